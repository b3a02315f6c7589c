import { describe, expect, test } from 'vitest';
import { shipmentsTotal, shipmentValue } from '../../src/metrics/shipmentValue.ts';
import { unknownQuantity } from '../../src/quantity/arithmetic.ts';
import { UnitMismatch } from '../../src/quantity/unit.ts';
import { inWords } from '../quantity/given.ts';
import { claimed, derivationOf, period, warningsOf, withEvidence } from './given.ts';

const price = withEvidence('12000..13000 USD', 'forecast');

describe('the value of a shipment', () => {
  test('has no upper bound where the units have none', () => {
    const units = claimed('>1m count', { evidence: 'forecast', period: period('2024-08-26/..') });
    const value = shipmentValue({ units, unitPrice: price });
    expect(inWords(value.quantity)).toBe('computed - >12000000000 - USD');
    expect(value).toMatchObject({ evidence: 'forecast', period: { label: '2024-08-26/..' } });
    expect(derivationOf(value)).toMatchObject({
      metric: 'shipmentValue',
      formula: 'units × unit price',
      inputs: [{ name: 'units' }, { name: 'unit price' }],
    });
  });

  test('is unknown where the price is', () => {
    const value = shipmentValue({ units: claimed('10 count'), unitPrice: claimed(unknownQuantity('USD')) });
    expect(value.quantity).toEqual(unknownQuantity('USD'));
    expect(derivationOf(value).warnings).toMatchObject([{ code: 'input-unknown', message: 'unit price is not known' }]);
  });

  test('throws where the units are no number of units', () => {
    expect(() => shipmentValue({ units: claimed('10 CNY'), unitPrice: price })).toThrow(UnitMismatch);
  });

  test('adds up over shipments, leaving out what is not known', () => {
    const one = shipmentValue({ units: claimed('10 count'), unitPrice: claimed('3 USD') });
    const parts = [
      { entity: { id: 'Shipment:a', name: 'a' }, figure: one },
      { entity: { id: 'Shipment:b', name: 'b' }, figure: one },
    ];
    const shipments = { unit: 'USD', period: null };
    expect(inWords(shipmentsTotal({ ...shipments, parts }).quantity)).toBe('exact 60 60 60 USD');
    const some = shipmentsTotal({
      ...shipments,
      parts: [...parts, { entity: { id: 'Shipment:c', name: 'c' }, figure: null }],
    });
    expect(inWords(some.quantity)).toBe('computed - 60 - USD');
    expect(warningsOf(some)).toEqual(['unknown-left-out']);
  });
});
