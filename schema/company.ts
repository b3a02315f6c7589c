import { fiscalYearOf, lastDayOf } from '../src/quantity/period.ts';
import { referenceOf } from '../src/store/reading.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow } from '../src/store/tables.ts';
import { whenRead } from '../src/store/whenRead.ts';
import { builder } from './builder.ts';
import { ClaimConnection } from './claim.ts';
import { claimsBelow } from './claims.ts';
import { ConcentrationRef } from './concentration.ts';
import { shareholdersOf } from './concentrationOf.ts';
import { pageArguments, pageComplexity } from './connection.ts';
import { Entity } from './entity.ts';
import { CompanyFilter, InvestmentFilter, ProcessorFilter, ShipmentFilter } from './entityFilters.ts';
import { naming } from './entityLists.ts';
import { entityNamed } from './entityNamed.ts';
import { entityEntries } from './entityType.ts';
import { enumOf } from './enumOf.ts';
import { exposureToControl } from './exposureCaught.ts';
import { exposureOf, placeArgument } from './exposureOf.ts';
import { FigureRef, figureIn } from './figure.ts';
import { compoundGrowthField, figureField, growthField, seriesField } from './figureField.ts';
import { Identifier, identifiersOf } from './identifier.ts';
import { InvestmentConnection } from './investment.ts';
import { parentOf } from './members.ts';
import { Node } from './node.ts';
import { calendarOf, detailOf, PeriodRef } from './period.ts';
import { Place } from './place.ts';
import { ProcessorConnection } from './processor.ts';
import { LinkKind } from './property.ts';
import { ShipmentConnection } from './shipment.ts';
import { shipmentValueField } from './shipmentValueField.ts';
import { factTextOf, kindsOf } from './stated.ts';
import { SupplierKey, supplierConcentrationOf } from './supplierConcentrationOf.ts';
import { unitsField } from './unitsField.ts';

const companyKinds = {
  'chip-designer': 'Designs processors.',
  foundry: 'Makes chips for others.',
  'memory-maker': 'Makes memory.',
  'equipment-maker': 'Makes tools for chip making.',
  'server-maker': 'Builds servers and systems.',
  cloud: 'Rents computing power.',
  'data-centre-operator': 'Runs or builds data centres.',
  'model-firm': 'Makes AI models.',
  internet: 'An internet, software or device firm.',
  carrier: 'A telecommunications carrier.',
  investor: 'A fund or other investor.',
  government: 'A government or public body.',
  university: 'A university or laboratory.',
  other: 'Anything else.',
};

export const CompanyKind = enumOf('CompanyKind', 'What a company does.', companyKinds);

const ownerships = {
  public: 'Its shares are traded.',
  private: 'Its shares are not traded.',
  subsidiary: 'Another company controls it.',
  state: 'A state owns it.',
};

export const Ownership = enumOf('Ownership', "The form of a company's ownership.", ownerships);

export const Company = builder.objectRef<Seen<EntityRow>>('Company');

export const CompanyConnection = entityEntries(
  Company,
  { type: 'Company', one: 'company', many: 'companies', noun: 'company', nouns: 'companies', example: 'alibaba' },
  () => CompanyFilter,
);

builder.objectType(Company, {
  description: 'A firm, fund, university or public body that makes, buys, funds or trades in processors.',
  interfaces: () => [Node, Entity],
  fields: (t) => ({
    identifiers: t.field({
      type: [Identifier],
      description: 'Identifiers that others use: tickers, CIK, LEI, Wikidata; at most 100.',
      resolve: identifiersOf,
    }),
    kinds: t.field({
      type: [CompanyKind],
      description: 'What it does, the main business first.',
      resolve: (company) => kindsOf(company, companyKinds),
    }),
    website: t.string({
      nullable: true,
      description: 'Its address on the web; null where none is recorded.',
      resolve: (company) => detailOf(company).website ?? null,
    }),
    home: t.field({
      type: Place,
      nullable: true,
      description: 'The country of its headquarters; null where unknown.',
      resolve: (company) => referenceOf(company, 'home'),
    }),
    ownership: t.field({
      type: Ownership,
      nullable: true,
      description: 'The form of its ownership on the day of the lens; null where unknown.',
      resolve: (company) => factTextOf(company, 'ownership', ownerships),
    }),
    parent: t.field({
      type: Company,
      nullable: true,
      description: 'The company that controls it on the day of the lens; null where none does.',
      resolve: parentOf,
    }),
    shareholders: t.field({
      type: ConcentrationRef,
      nullable: true,
      description:
        'Who holds its shares on the day of the lens, those who control it included, and what the named holders leave; null where no holder is known.',
      resolve: shareholdersOf,
    }),
    fiscalYear: t.field({
      type: PeriodRef,
      nullable: true,
      description: 'The fiscal year in which a day falls; null where its calendar is not known.',
      args: { on: t.arg({ type: 'Date', required: true, description: 'The day.' }) },
      resolve(company, { on }) {
        const end = calendarOf(company);
        const day = lastDayOf(on);
        return end && day ? fiscalYearOf(day, end) : null;
      },
    }),
    figure: figureField(t),
    series: seriesField(t),
    growth: growthField(t),
    compoundGrowth: compoundGrowthField(t),
    exposure: t.field({
      type: FigureRef,
      nullable: true,
      description:
        'What part of its revenue comes from a place, as a ratio: by the amounts, else as stated; else what part of the processors that it shipped went there. Null where nothing is known.',
      args: {
        destination: t.arg.id({ required: true, description: 'Id or slug of the place.' }),
        period: t.arg({ type: 'PeriodLabel', required: true, description: 'The period.' }),
        control: t.arg.id({
          description:
            'Count only the processors shipped there that this control catches, by its terms: id or slug. Of a period before it, as if it held.',
        }),
      },
      resolve: (company, { destination, period, control }, context) =>
        whenRead(placeArgument(context, company, destination), (place) => {
          const asked = { destination: place, period };
          const figure =
            control == null
              ? exposureOf(company, asked)
              : whenRead(
                  entityNamed(context, company.view, control, 'ExportControl', 'export control', 'control'),
                  (rule) => exposureToControl(company, asked, rule),
                );
          return whenRead(figure, (found) => figureIn(company.view, found));
        }),
    }),
    units: unitsField(t),
    shipmentValue: shipmentValueField(t),
    supplierConcentration: t.field({
      type: ConcentrationRef,
      nullable: true,
      description:
        'How its suppliers are concentrated, by documented links that hold on the day of the lens; null where none is documented.',
      args: {
        by: t.arg({
          type: SupplierKey,
          required: true,
          description: "Whether to add up by firm or by the firms' home.",
        }),
        kinds: t.arg({
          type: [LinkKind],
          description: 'The kinds of link that count as supply. Default: SUPPLIES and FOUNDRY_FOR.',
        }),
      },
      resolve: (company, { by, kinds }) => supplierConcentrationOf(company, by, kinds ?? null),
    }),
    statements: t.field({
      type: ClaimConnection,
      description: 'What it and those who lead it said, and what was said of it, latest first.',
      args: pageArguments,
      complexity: pageComplexity,
      resolve: (company, asked) => claimsBelow(company.view, company, 'said', asked),
    }),
    processors: naming(t, {
      role: 'maker',
      type: 'Processor',
      connection: ProcessorConnection,
      filter: ProcessorFilter,
      description: 'The processors that it makes.',
    }),
    investments: naming(t, {
      role: 'investor',
      type: 'Investment',
      connection: InvestmentConnection,
      filter: InvestmentFilter,
      description: 'Money that it put or promised.',
    }),
    investmentsReceived: naming(t, {
      role: 'target',
      type: 'Investment',
      connection: InvestmentConnection,
      filter: InvestmentFilter,
      description: 'Money put or promised into it.',
    }),
    shipments: naming(t, {
      role: 'seller',
      type: 'Shipment',
      connection: ShipmentConnection,
      filter: ShipmentFilter,
      description: 'Processors that it sold or is to sell.',
    }),
    purchases: naming(t, {
      role: 'buyer',
      type: 'Shipment',
      connection: ShipmentConnection,
      filter: ShipmentFilter,
      description: 'Processors that it bought or ordered.',
    }),
  }),
});
