import { fiscalYearOf, lastDayOf } from '../src/quantity/period.ts';
import { whenRead } from '../src/store/whenRead.ts';
import { ClaimConnection } from './claim.ts';
import { claimsBelow } from './claims.ts';
import { ConcentrationRef } from './concentration.ts';
import { shareholdersOf } from './concentrationOf.ts';
import { claimedText, linked } from './conditions.ts';
import { pageArguments, pageComplexity } from './connection.ts';
import { figures, growth, inCountryOf, kinds, list, mayBeMissing, reference } from './entityFields.ts';
import { type EntityKind, entityKind } from './entityKind.ts';
import { entityNamed } from './entityNamed.ts';
import { enumOf } from './enumOf.ts';
import { exposureToControl } from './exposureCaught.ts';
import { exposureOf, placeArgument } from './exposureOf.ts';
import { FigureRef, figureIn } from './figure.ts';
import { Identifier, identifiersOf } from './identifier.ts';
import { investments } from './investment.ts';
import { parentOf } from './members.ts';
import { calendarOf, detailOf, PeriodRef } from './period.ts';
import { places } from './place.ts';
import { processors } from './processor.ts';
import { LinkKind } from './property.ts';
import { shipments } from './shipment.ts';
import { shipmentValueField } from './shipmentValueField.ts';
import { factTextOf } from './stated.ts';
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

export const companies: EntityKind = entityKind(
  {
    type: 'Company',
    description: 'A firm, fund, university or public body that makes, buys, funds or trades in processors.',
    one: 'company',
    many: 'companies',
    noun: 'company',
    nouns: 'companies',
    example: 'alibaba',
  },
  () => [
    inCountryOf('home'),
    {
      fields: (t) => ({
        identifiers: t.field({
          type: [Identifier],
          description: 'Identifiers that others use: tickers, CIK, LEI, Wikidata; at most 100.',
          resolve: identifiersOf,
        }),
      }),
    },
    kinds(CompanyKind, companyKinds, 'What it does, the main business first'),
    {
      fields: (t) => ({
        website: t.string({
          nullable: true,
          description: 'Its address on the web; null where none is recorded.',
          resolve: (company) => detailOf(company).website ?? null,
        }),
      }),
    },
    reference('home', places, 'The country of its headquarters'),
    {
      fields: (t) => ({
        ownership: t.field({
          type: Ownership,
          nullable: true,
          description: 'The form of its ownership on the day of the lens; null where unknown.',
          resolve: (company) => factTextOf(company, 'ownership', ownerships),
        }),
      }),
      conditions: {
        ownership: claimedText([Ownership], 'ownership', 'Its ownership on the day of the lens is one of these.'),
      },
    },
    {
      fields: (t) => ({
        parent: t.field({
          type: Company,
          nullable: true,
          description: 'The company that controls it on the day of the lens; null where none does.',
          resolve: parentOf,
        }),
      }),
      conditions: {
        parent: linked('parent-of', 'to', companies.filter, 'The company that controls it on the day of the lens.'),
      },
    },
    mayBeMissing,
    {
      fields: (t) => ({
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
      }),
    },
    figures('Company'),
    growth,
    {
      fields: (t) => ({
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
      }),
    },
    list('processors', processors, 'maker', 'The processors that it makes'),
    list('investments', investments, 'investor', 'Money that it put or promised'),
    list('investmentsReceived', investments, 'target', 'Money put or promised into it'),
    list('shipments', shipments, 'seller', 'Processors that it sold or is to sell'),
    list('purchases', shipments, 'buyer', 'Processors that it bought or ordered'),
  ],
);

export const { ref: Company, connection: CompanyConnection } = companies;
