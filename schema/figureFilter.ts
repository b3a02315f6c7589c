import type { PropertyId } from '../src/quantity/vocabulary.ts';
import type { EntityType } from '../src/store/tables.ts';
import type { EntityWhere } from '../src/store/where.ts';
import { builder } from './builder.ts';
import { EvidenceFilter } from './evidenceFilter.ts';
import { type FigureShape, rowsMeeting } from './figureMeets.ts';
import { type Condition, withoutNull } from './filter.ts';
import { Property } from './property.ts';
import { QuantityRange } from './quantityRange.ts';

export const FigureFilter = builder.inputType('FigureFilter', {
  description:
    'Conditions on a figure; all that are given must hold. An unknown figure meets none but `isUnknown: true`; so does one that rests on weak claims, unless the lens takes it in.',
  fields: (t) => ({
    certainly: t.field({ type: QuantityRange, description: 'Holds for every value within the bounds.' }),
    possibly: t.field({ type: QuantityRange, description: 'Holds for at least one value within the bounds.' }),
    definition: t.string({ description: 'Look at this definition; left out, the first that has a claim.' }),
    evidence: t.field({ type: EvidenceFilter, description: 'How good it is.' }),
    sources: t.idList({ description: 'Its best claim comes from one of these sources: slugs or ids, at most 100.' }),
    isDisputed: t.boolean({ description: 'True: another counting claim contradicts it.' }),
    isUnknown: t.boolean({ description: 'True: it is not known. False: a value or a bound is known.' }),
  }),
});

const PropertyFilter = builder.inputType('PropertyFilter', {
  description:
    'Conditions on a figure of an entity. Where it has to be computed or is asked through another lens than the default one, at most 5,000 rows that meet the other conditions are looked at.',
  fields: (t) => ({
    property: t.field({ type: Property, required: true, description: 'Which figure.' }),
    period: t.field({ type: 'PeriodLabel', description: 'Its period; left out, the latest by the lens.' }),
    is: t.field({ type: FigureFilter, required: true, description: 'What must hold of it.' }),
  }),
});

/** The condition on any figure of entities of a kind. */
export function anyFigure(type: EntityType): Condition<EntityWhere> {
  interface PropertyShape {
    readonly property: PropertyId;
    readonly period?: string | null;
    readonly is: FigureShape;
  }
  return {
    type: PropertyFilter,
    description: 'One of its figures.',
    last: true,
    where: (shape: PropertyShape, asked) => {
      const { property, period, is } = withoutNull(shape);
      return rowsMeeting(asked, { type, property, period: period ?? null }, is);
    },
  };
}

/** The condition on one figure of entities of a kind: the amount of investments, the value of shipments. */
export function oneFigure(type: EntityType, property: PropertyId, description: string): Condition<EntityWhere> {
  return {
    type: FigureFilter,
    description,
    last: true,
    where: (shape: FigureShape, asked) => rowsMeeting(asked, { type, property, period: null }, shape),
  };
}
