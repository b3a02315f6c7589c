// Made from data/properties.yaml by `npx tsx bin/generate.ts`: change that file, not this one.

/** What can be claimed of an entity. */
export interface PropertyDeclaration {
  /** What its claims hold. */
  readonly datatype: 'quantity' | 'text' | 'date' | 'entity';
  /** `money` for any currency, or codes of unit.ts; empty where its claims hold no quantity. */
  readonly units: readonly string[];
  /** Whether it cannot be below zero, so that a sum keeps its low end without the unknown ones. */
  readonly nonNegative: boolean;
  /** Whether the figures of adjoining periods add up, as spending does and cash held does not. */
  readonly flow: boolean;
  /** The kinds of entity it is claimed of, as in global ids; `Link` for what is said of a link. */
  readonly of: readonly string[];
  /** What makes two facts of one subject and period different ones. */
  readonly qualifiers: Readonly<Record<string, QualifierDeclaration>>;
  /** What may have been measured, the best first; empty where there is nothing to tell apart. */
  readonly definitions: readonly DefinitionDeclaration[];
  readonly means: string;
}

/** What exactly may have been measured. */
export interface DefinitionDeclaration {
  readonly id: string;
  /** Whether figures so defined add up over periods. */
  readonly flow: boolean;
  readonly means: string;
}

/** What tells facts of one property apart. */
export interface QualifierDeclaration {
  readonly datatype: 'text' | 'entity' | 'period';
  /** The kinds of entity it may be; empty where it is none. */
  readonly of: readonly string[];
  /** The words it may be; empty where it may be any, or is no text. */
  readonly values: readonly string[];
  readonly means: string;
}

/** A kind of link, read from `from` to `to`. */
export interface LinkKindDeclaration {
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** The same link read backwards. */
  readonly inverse: string;
  /** The end that needs the other one, as a customer its supplier; null where neither does. */
  readonly dependent: 'from' | 'to' | null;
  readonly means: string;
}

/** The id of a property. */
export type PropertyId = keyof typeof properties;

/** The id of a kind of link. */
export type LinkKindId = keyof typeof linkKinds;

/** What can be claimed, by its id in data/. */
export const properties = {
  'capital-expenditure': {
    datatype: 'quantity',
    units: ['money'],
    nonNegative: true,
    flow: true,
    of: ['Company', 'Group'],
    qualifiers: {},
    definitions: [
      {
        id: 'cash-purchases',
        flow: true,
        means: 'Cash paid for property and equipment, as in the cash-flow statement; no finance leases.',
      },
      {
        id: 'with-finance-leases',
        flow: true,
        means: 'Cash purchases and finance leases, whether the assets so added or the principal paid.',
      },
      {
        id: 'unstated',
        flow: true,
        means: 'The source does not say what it counts.',
      },
      {
        id: 'ai-infrastructure',
        flow: true,
        means: 'The part for AI and cloud infrastructure, by the source.',
      },
      {
        id: 'ai-chips-in-china',
        flow: true,
        means: 'A part: AI processors bought in China.',
      },
      {
        id: 'ai-capacity-abroad',
        flow: true,
        means: 'A part: computing power outside China, bought or rented.',
      },
    ],
    means:
      'Company, Group. Spending on long-lived assets in a period, in money. It is the amount of the Investment of kind capital expenditure, looked up by investor and period. Definitions: `cash-purchases` of property and equipment, `with-finance-leases`, `unstated`, `ai-infrastructure`, and the parts `ai-chips-in-china` and `ai-capacity-abroad`.',
  },
  revenue: {
    datatype: 'quantity',
    units: ['money'],
    nonNegative: true,
    flow: true,
    of: ['Company'],
    qualifiers: {},
    definitions: [
      {
        id: 'total',
        flow: true,
        means: 'All revenue.',
      },
      {
        id: 'data-centre',
        flow: true,
        means: 'The segment of data centres, by the company.',
      },
      {
        id: 'china',
        flow: true,
        means: 'China including Hong Kong, all products.',
      },
      {
        id: 'china-ai-chips',
        flow: true,
        means: 'AI processors sold to China.',
      },
      {
        id: 'h20',
        flow: true,
        means: 'Sales of H20 processors, to whomever.',
      },
      {
        id: 'h20-china',
        flow: true,
        means: 'Sales of H20 processors to China.',
      },
    ],
    means:
      'Company. Revenue of a period, in money. Definitions: `total`, `data-centre`, `china`, and narrower ones that sources give.',
  },
  'revenue-share': {
    datatype: 'quantity',
    units: ['percent'],
    nonNegative: true,
    flow: false,
    of: ['Company'],
    qualifiers: {},
    definitions: [
      {
        id: 'china',
        flow: false,
        means: 'China including Hong Kong, all products.',
      },
    ],
    means:
      'Company. The part of the revenue of a period that a source gives as such, in percent. Definitions as of `REVENUE`: `china` for the part from China including Hong Kong.',
  },
  orders: {
    datatype: 'quantity',
    units: ['money'],
    nonNegative: true,
    flow: true,
    of: ['Company'],
    qualifiers: {
      processor: {
        datatype: 'entity',
        of: ['Processor'],
        values: [],
        means: 'What was ordered.',
      },
    },
    definitions: [],
    means:
      'Company. Orders that it received in a period, delivered or not, in money; the entity is who ordered. Qualifier `processor`: what was ordered.',
  },
  'lost-sales': {
    datatype: 'quantity',
    units: ['money'],
    nonNegative: true,
    flow: true,
    of: ['Company'],
    qualifiers: {
      processor: {
        datatype: 'entity',
        of: ['Processor'],
        values: [],
        means: 'What could not be sold.',
      },
    },
    definitions: [
      {
        id: 'lost',
        flow: true,
        means: 'Sales that the company would have made, by itself.',
      },
      {
        id: 'not-shipped',
        flow: true,
        means: 'Sales agreed that could not be delivered any more.',
      },
    ],
    means:
      'Company. Sales of a period that did not come about, in money. Qualifier `processor`: what could not be sold. Definitions: `lost`, `not-shipped`.',
  },
  cash: {
    datatype: 'quantity',
    units: ['money'],
    nonNegative: true,
    flow: false,
    of: ['Company'],
    qualifiers: {},
    definitions: [],
    means: 'Company. Cash held on a day, in money.',
  },
  'net-cash': {
    datatype: 'quantity',
    units: ['money'],
    nonNegative: false,
    flow: false,
    of: ['Company'],
    qualifiers: {},
    definitions: [],
    means: 'Company. Cash less debt on a day, in money; negative where debt is more.',
  },
  'operating-cash-flow': {
    datatype: 'quantity',
    units: ['money'],
    nonNegative: false,
    flow: true,
    of: ['Company'],
    qualifiers: {},
    definitions: [],
    means: 'Company. Cash that operations brought in over a period, in money; negative where they used it up.',
  },
  'free-cash-flow': {
    datatype: 'quantity',
    units: ['money'],
    nonNegative: false,
    flow: true,
    of: ['Company'],
    qualifiers: {},
    definitions: [],
    means: 'Company. Operating cash flow less capital expenditure, as the company defines it, in money.',
  },
  'ai-spending': {
    datatype: 'quantity',
    units: ['money'],
    nonNegative: true,
    flow: true,
    of: ['Company'],
    qualifiers: {},
    definitions: [
      {
        id: 'all',
        flow: true,
        means: 'All spending on AI, running costs too.',
      },
      {
        id: 'processors-in-china',
        flow: true,
        means: 'AI processors bought in China.',
      },
    ],
    means:
      'Company. Spending on AI in a period, in money; not the same as capital expenditure, and no part of it. Definitions: `all`, running costs too; `processors-in-china`.',
  },
  'compute-spending': {
    datatype: 'quantity',
    units: ['money'],
    nonNegative: true,
    flow: true,
    of: ['Company'],
    qualifiers: {
      category: {
        datatype: 'text',
        of: [],
        values: ['research', 'inference', 'data', 'research-and-inference', 'research-inference-and-data'],
        means: 'What the money went on.',
      },
    },
    definitions: [
      {
        id: 'unstated',
        flow: true,
        means: 'Spent in the period.',
      },
      {
        id: 'annualised',
        flow: false,
        means: 'The rate at a day, times twelve months.',
      },
    ],
    means:
      'Company. Spending on computing power, bought or rented, in money. Qualifier `category`: research, inference or data, or several of them together. Definitions: `unstated` for what was spent in the period, `annualised` for the rate of a day.',
  },
  headcount: {
    datatype: 'quantity',
    units: ['count'],
    nonNegative: true,
    flow: false,
    of: ['Company'],
    qualifiers: {},
    definitions: [],
    means: 'Company. People employed on a day.',
  },
  valuation: {
    datatype: 'quantity',
    units: ['money'],
    nonNegative: true,
    flow: false,
    of: ['Company', 'Investment'],
    qualifiers: {},
    definitions: [],
    means: 'Company, Investment. Value of all shares after the money, in money.',
  },
  charge: {
    datatype: 'quantity',
    units: ['money'],
    nonNegative: true,
    flow: true,
    of: ['Company'],
    qualifiers: {},
    definitions: [],
    means: 'Company. Written off or set aside in a period, in money.',
  },
  amount: {
    datatype: 'quantity',
    units: ['money'],
    nonNegative: true,
    flow: false,
    of: ['Investment'],
    qualifiers: {},
    definitions: [],
    means:
      'Investment. The money put or promised; of a funding round the equity. Of capital expenditure it has the definitions of `CAPITAL_EXPENDITURE`.',
  },
  debt: {
    datatype: 'quantity',
    units: ['money'],
    nonNegative: true,
    flow: false,
    of: ['Investment'],
    qualifiers: {},
    definitions: [],
    means: 'Investment. The part of a round that is debt, in money.',
  },
  'finance-lease-liability': {
    datatype: 'quantity',
    units: ['money'],
    nonNegative: true,
    flow: false,
    of: ['Company'],
    qualifiers: {},
    definitions: [],
    means: 'Company. Liabilities from finance leases, in money.',
  },
  'equity-share': {
    datatype: 'quantity',
    units: ['percent'],
    nonNegative: true,
    flow: false,
    of: ['Investment', 'Link'],
    qualifiers: {},
    definitions: [
      {
        id: 'equity',
        flow: false,
        means: 'Of all shares.',
      },
      {
        id: 'preferred-shares',
        flow: false,
        means: 'Of the preferred shares only.',
      },
      {
        id: 'unstated',
        flow: false,
        means: 'A share of the company; the source says no more.',
      },
    ],
    means: 'Investment, and links of ownership. The share bought or held, in percent.',
  },
  growth: {
    datatype: 'quantity',
    units: ['ratio'],
    nonNegative: false,
    flow: false,
    of: ['Investment'],
    qualifiers: {},
    definitions: [],
    means:
      'Investment. Growth of the amount on the same period a year before, as a ratio: 1.23 is an increase of 123 %. Reported where a source reports it, else computed. Of capital expenditure it has the definitions of `CAPITAL_EXPENDITURE`.',
  },
  units: {
    datatype: 'quantity',
    units: ['count', 'count/year'],
    nonNegative: true,
    flow: true,
    of: ['Shipment', 'Processor', 'Company', 'Link'],
    qualifiers: {},
    definitions: [
      {
        id: 'sold',
        flow: true,
        means: 'Sold, shipped or delivered.',
      },
      {
        id: 'unstated',
        flow: true,
        means: 'The source speaks of units only.',
      },
      {
        id: 'produced',
        flow: true,
        means: 'Made by the seller.',
      },
      {
        id: 'ordered',
        flow: true,
        means: 'Asked for or ordered, delivered or not.',
      },
      {
        id: 'capacity',
        flow: false,
        means: 'The most that can be made.',
      },
      {
        id: 'in-stock',
        flow: false,
        means: 'Held on a day.',
      },
      {
        id: 'smuggled',
        flow: true,
        means: 'Brought in against the rules.',
      },
    ],
    means:
      'Shipment, Processor, Company as seller, and links. Processors, a count; of a rate without a named year, a count per year. Definitions: `sold`, `unstated`, `produced`, `ordered`, `capacity`, `in-stock`, `smuggled`.',
  },
  'processors-held': {
    datatype: 'quantity',
    units: ['count'],
    nonNegative: true,
    flow: false,
    of: ['Company', 'Place'],
    qualifiers: {
      maker: {
        datatype: 'entity',
        of: ['Company'],
        values: [],
        means: "Whose processors, where not everybody's.",
      },
    },
    definitions: [],
    means:
      "Company, Place. Processors bought up to a day and not given up, a running total: never add those of two days. Qualifier `maker`: whose processors, where not everybody's.",
  },
  'unit-price': {
    datatype: 'quantity',
    units: ['money', 'money/hour'],
    nonNegative: true,
    flow: false,
    of: ['Shipment', 'Processor'],
    qualifiers: {
      place: {
        datatype: 'entity',
        of: ['Place'],
        values: [],
        means: 'Where it is sold.',
      },
      seller: {
        datatype: 'entity',
        of: ['Company', 'Group'],
        values: [],
        means: 'Who sells.',
      },
      per: {
        datatype: 'text',
        of: [],
        values: [],
        means: 'What the price is for, where that is not one processor: `server-of-8`.',
      },
    },
    definitions: [
      {
        id: 'unstated',
        flow: false,
        means: 'Price of one processor.',
      },
      {
        id: 'list',
        flow: false,
        means: 'List price after the release.',
      },
      {
        id: 'unlicensed',
        flow: false,
        means: 'Price on the black or grey market.',
      },
      {
        id: 'rental-hour',
        flow: false,
        means: 'Rent of one processor for an hour, in money per hour.',
      },
    ],
    means:
      'Shipment, Processor. Price of one processor, in money. Qualifiers: `place` of the sale, `seller`, and `per`, what the price is for where that is not one processor. Definitions: `unstated` for a price of which the source says no more, `list`, `unlicensed`, `rental-hour`. The list price at release and street prices are properties of their own.',
  },
  'relative-price': {
    datatype: 'quantity',
    units: ['percent'],
    nonNegative: false,
    flow: false,
    of: ['Processor'],
    qualifiers: {
      place: {
        datatype: 'entity',
        of: ['Place'],
        values: [],
        means: 'Where it is sold.',
      },
      against: {
        datatype: 'entity',
        of: ['Processor', 'Place'],
        values: [],
        means: 'Whose price it is set against: that of another processor, or its own in another place.',
      },
    },
    definitions: [
      {
        id: 'unstated',
        flow: false,
        means: 'Price of one processor.',
      },
      {
        id: 'unlicensed',
        flow: false,
        means: 'Price on the black or grey market.',
      },
    ],
    means:
      'Processor. How far its price is above another, or below where negative, in percent. Qualifiers: `place` of the sale, and `against`, the other processor, or the place of the other price. Definitions: `unstated`, `unlicensed`.',
  },
  'shipment-value': {
    datatype: 'quantity',
    units: ['money'],
    nonNegative: true,
    flow: false,
    of: ['Shipment', 'Processor', 'Market'],
    qualifiers: {},
    definitions: [],
    means: 'Shipment, Processor, Market. Units times unit price, in money.',
  },
  'h100-equivalents': {
    datatype: 'quantity',
    units: ['count'],
    nonNegative: true,
    flow: false,
    of: ['Shipment', 'Processor', 'Product', 'Company', 'Place'],
    qualifiers: {
      maker: {
        datatype: 'entity',
        of: ['Company'],
        values: [],
        means: "Of a company or place: whose processors are counted, where not everybody's.",
      },
    },
    definitions: [],
    means:
      "Shipment, Processor, Product, Company, Place. Computing power as a number of Nvidia H100; of a company or place that of the processors it holds on a day. Qualifier `maker`: whose processors are counted, where not everybody's.",
  },
  'dense-performance': {
    datatype: 'quantity',
    units: ['TFLOP/s', 'TOP/s'],
    nonNegative: true,
    flow: false,
    of: ['Processor'],
    qualifiers: {},
    definitions: [
      {
        id: '16-bit',
        flow: false,
        means: 'Computed: the fastest path of FP16 and BF16.',
      },
      {
        id: 'fp16',
        flow: false,
        means: 'FP16.',
      },
      {
        id: 'fp16/vector',
        flow: false,
        means: 'FP16 on the vector units of a part with tensor units for it.',
      },
      {
        id: 'bf16',
        flow: false,
        means: 'BF16.',
      },
      {
        id: 'fp8',
        flow: false,
        means: 'FP8, and 8-bit formats of a maker of its own.',
      },
      {
        id: 'int8',
        flow: false,
        means: 'INT8.',
      },
      {
        id: 'fp4',
        flow: false,
        means: 'FP4.',
      },
      {
        id: 'int4',
        flow: false,
        means: 'INT4.',
      },
      {
        id: 'int16',
        flow: false,
        means: 'INT16.',
      },
      {
        id: 'tf32',
        flow: false,
        means: 'TF32, 19 significant bits in 32-bit words; no input of total processing performance.',
      },
      {
        id: 'tf32-plus',
        flow: false,
        means: 'TF32+, a 24-bit format of Biren; no input of total processing performance.',
      },
      {
        id: 'fp32',
        flow: false,
        means: 'FP32.',
      },
      {
        id: 'fp32/vector',
        flow: false,
        means: 'FP32 on the vector units of a part with tensor units for it.',
      },
      {
        id: 'fp64',
        flow: false,
        means: 'FP64.',
      },
      {
        id: 'fp64/vector',
        flow: false,
        means: 'FP64 on the vector units of a part with tensor units for it.',
      },
    ],
    means:
      'Processor. Operations a second without sparsity, per package; a multiply-accumulate is two operations. Definitions: a datatype, `fp16`, on the tensor units, or on the only units that a part has for it; `fp16/vector` for the vector units of a part that has both; `16-bit`, computed, is the fastest path of FP16 and BF16.',
  },
  'sparse-performance': {
    datatype: 'quantity',
    units: ['TFLOP/s', 'TOP/s'],
    nonNegative: true,
    flow: false,
    of: ['Processor'],
    qualifiers: {
      mode: {
        datatype: 'text',
        of: [],
        values: ['standard', 'high-performance'],
        means: 'The setting, of a part that has several.',
      },
    },
    definitions: [
      {
        id: 'fp16',
        flow: false,
        means: 'FP16.',
      },
      {
        id: 'bf16',
        flow: false,
        means: 'BF16.',
      },
      {
        id: 'fp8',
        flow: false,
        means: 'FP8.',
      },
      {
        id: 'int8',
        flow: false,
        means: 'INT8.',
      },
      {
        id: 'fp4',
        flow: false,
        means: 'FP4.',
      },
      {
        id: 'int4',
        flow: false,
        means: 'INT4.',
      },
      {
        id: 'tf32',
        flow: false,
        means: 'TF32.',
      },
    ],
    means:
      'Processor. Operations a second as the maker gives them with structured sparsity; never an input of total processing performance. Definitions: a datatype.',
  },
  'total-processing-performance': {
    datatype: 'quantity',
    units: ['TPP'],
    nonNegative: true,
    flow: false,
    of: ['Processor'],
    qualifiers: {},
    definitions: [],
    means:
      'Processor. Dense operations a second times bit length, the maximum over the datatypes; the derivation names the datatypes that decide.',
  },
  'performance-density': {
    datatype: 'quantity',
    units: ['TPP/mm2'],
    nonNegative: true,
    flow: false,
    of: ['Processor'],
    qualifiers: {},
    definitions: [],
    means: 'Processor. Total processing performance over applicable die area.',
  },
  'applicable-die-area': {
    datatype: 'quantity',
    units: ['mm2'],
    nonNegative: true,
    flow: false,
    of: ['Processor'],
    qualifiers: {},
    definitions: [],
    means: 'Processor. Area of all logic dies on a non-planar node, in mm2.',
  },
  'die-area': {
    datatype: 'quantity',
    units: ['mm2'],
    nonNegative: true,
    flow: false,
    of: ['Processor'],
    qualifiers: {},
    definitions: [
      {
        id: 'sum',
        flow: false,
        means: 'All logic dies of the package.',
      },
      {
        id: 'one-die',
        flow: false,
        means: 'One of the logic dies.',
      },
      {
        id: 'package',
        flow: false,
        means: 'A figure for the package whose parts the source does not name; of no use for performance density.',
      },
      {
        id: 'package-with-memory',
        flow: false,
        means: 'Memory and dummy dies too; of no use for performance density.',
      },
    ],
    means: 'Processor. In mm2. Definitions: `sum`, `one-die`, `package`, `package-with-memory`.',
  },
  dies: {
    datatype: 'quantity',
    units: ['count'],
    nonNegative: true,
    flow: false,
    of: ['Processor'],
    qualifiers: {},
    definitions: [],
    means: 'Processor. Logic dies in a package, a count.',
  },
  process: {
    datatype: 'text',
    units: [],
    nonNegative: false,
    flow: false,
    of: ['Processor'],
    qualifiers: {},
    definitions: [],
    means: 'Processor. The process its logic is made in, as its foundry calls it; a text.',
  },
  'process-node': {
    datatype: 'quantity',
    units: ['nm'],
    nonNegative: true,
    flow: false,
    of: ['Processor'],
    qualifiers: {},
    definitions: [],
    means: 'Processor. The class of that process by the name of its finest node, in nm.',
  },
  foundry: {
    datatype: 'entity',
    units: [],
    nonNegative: false,
    flow: false,
    of: ['Processor'],
    qualifiers: {},
    definitions: [],
    means: 'Processor. Who makes its logic dies; an entity.',
  },
  transistors: {
    datatype: 'quantity',
    units: ['count'],
    nonNegative: true,
    flow: false,
    of: ['Processor'],
    qualifiers: {},
    definitions: [],
    means: 'Processor. Transistors of the package without its memory stacks, a count.',
  },
  'memory-size': {
    datatype: 'quantity',
    units: ['GB'],
    nonNegative: true,
    flow: false,
    of: ['Processor'],
    qualifiers: {},
    definitions: [],
    means: 'Processor. In GB.',
  },
  'memory-bandwidth': {
    datatype: 'quantity',
    units: ['GB/s'],
    nonNegative: true,
    flow: false,
    of: ['Processor'],
    qualifiers: {},
    definitions: [],
    means: 'Processor. Of all attached DRAM, in GB/s.',
  },
  'interconnect-bandwidth': {
    datatype: 'quantity',
    units: ['GB/s'],
    nonNegative: true,
    flow: false,
    of: ['Processor'],
    qualifiers: {},
    definitions: [],
    means:
      'Processor. Links to other processors, all of them and both directions together, in GB/s; 0 where a card has none.',
  },
  'host-port-bandwidth': {
    datatype: 'quantity',
    units: ['GB/s'],
    nonNegative: true,
    flow: false,
    of: ['Processor'],
    qualifiers: {},
    definitions: [],
    means: 'Processor. Of the port to the host, both directions together, in GB/s.',
  },
  'aggregate-transfer-rate': {
    datatype: 'quantity',
    units: ['GB/s'],
    nonNegative: true,
    flow: false,
    of: ['Processor'],
    qualifiers: {},
    definitions: [],
    means:
      'Processor. All inputs and outputs but memory, both directions together, in GB/s, as the rule of 2022 counts it.',
  },
  'thermal-design-power': {
    datatype: 'quantity',
    units: ['W'],
    nonNegative: true,
    flow: false,
    of: ['Processor'],
    qualifiers: {
      mode: {
        datatype: 'text',
        of: [],
        values: ['standard', 'high-performance'],
        means: 'The setting, of a part that has several.',
      },
    },
    definitions: [],
    means: 'Processor. In W.',
  },
  'launch-price': {
    datatype: 'quantity',
    units: ['money'],
    nonNegative: true,
    flow: false,
    of: ['Processor'],
    qualifiers: {
      place: {
        datatype: 'entity',
        of: ['Place'],
        values: [],
        means: 'Where it is sold.',
      },
      per: {
        datatype: 'text',
        of: [],
        values: [],
        means: 'What the price is for, where that is not one processor: `server-of-8`.',
      },
    },
    definitions: [],
    means: 'Processor. List price at release, in money.',
  },
  'street-price': {
    datatype: 'quantity',
    units: ['money'],
    nonNegative: true,
    flow: false,
    of: ['Processor'],
    qualifiers: {
      place: {
        datatype: 'entity',
        of: ['Place'],
        values: [],
        means: 'Where it is sold.',
      },
      per: {
        datatype: 'text',
        of: [],
        values: [],
        means: 'What the price is for, where that is not one processor: `server-of-8`.',
      },
    },
    definitions: [],
    means: 'Processor. Price paid in the market, in money.',
  },
  'price-per-performance': {
    datatype: 'quantity',
    units: ['money'],
    nonNegative: true,
    flow: false,
    of: ['Processor'],
    qualifiers: {},
    definitions: [
      {
        id: 'tpp',
        flow: false,
        means: 'Money for a point of total processing performance.',
      },
      {
        id: '16-bit',
        flow: false,
        means: 'Money for a TFLOP/s of dense 16-bit performance.',
      },
    ],
    means:
      'Processor. Launch price over performance. Definitions: `tpp` for a point of total processing performance, `16-bit` for a TFLOP/s of dense 16-bit performance.',
  },
  yield: {
    datatype: 'quantity',
    units: ['percent'],
    nonNegative: true,
    flow: false,
    of: ['Processor'],
    qualifiers: {
      maker: {
        datatype: 'entity',
        of: ['Company'],
        values: [],
        means: 'Whose dies they are.',
      },
    },
    definitions: [],
    means: 'Processor. Part of the dies that work, in percent.',
  },
  'processors-used': {
    datatype: 'quantity',
    units: ['count'],
    nonNegative: true,
    flow: false,
    of: ['Product'],
    qualifiers: {},
    definitions: [],
    means: 'Product. Processors it runs on or was trained on, a count.',
  },
  'processor-hours': {
    datatype: 'quantity',
    units: ['hours'],
    nonNegative: true,
    flow: false,
    of: ['Product'],
    qualifiers: {},
    definitions: [],
    means: 'Product. Hours of all processors together.',
  },
  'training-duration': {
    datatype: 'quantity',
    units: ['hours'],
    nonNegative: true,
    flow: false,
    of: ['Product'],
    qualifiers: {},
    definitions: [],
    means: 'Product. Processor hours over processors, in hours.',
  },
  power: {
    datatype: 'quantity',
    units: ['MW'],
    nonNegative: true,
    flow: false,
    of: ['Product'],
    qualifiers: {},
    definitions: [],
    means: 'Product. Power of a data centre or cluster, in MW.',
  },
  cost: {
    datatype: 'quantity',
    units: ['money'],
    nonNegative: true,
    flow: false,
    of: ['Product'],
    qualifiers: {},
    definitions: [],
    means: 'Product. Cost to build or train, in money.',
  },
  users: {
    datatype: 'quantity',
    units: ['count'],
    nonNegative: true,
    flow: false,
    of: ['Product'],
    qualifiers: {},
    definitions: [],
    means: 'Product. Active users, a count.',
  },
  'market-size': {
    datatype: 'quantity',
    units: ['money', 'count', 'MW', 'tokens'],
    nonNegative: true,
    flow: true,
    of: ['Market'],
    qualifiers: {
      company: {
        datatype: 'entity',
        of: ['Company', 'Group'],
        values: [],
        means: 'Whose part of the market it is.',
      },
      scope: {
        datatype: 'text',
        of: [],
        values: [],
        means: 'The part of the goods that the figure covers.',
      },
    },
    definitions: [
      {
        id: 'value',
        flow: true,
        means: 'Sales, spending or money raised, in money.',
      },
      {
        id: 'units',
        flow: true,
        means: 'Processors, a count.',
      },
      {
        id: 'power',
        flow: false,
        means: 'Capacity of data centres, in MW.',
      },
      {
        id: 'tokens',
        flow: true,
        means: 'Tokens served.',
      },
    ],
    means:
      'Market. In money or units. Qualifiers: `company` where only its part is meant, `scope` where only a part of the goods is. Definitions: `value`, `units`, `power`, `tokens`.',
  },
  'market-share': {
    datatype: 'quantity',
    units: ['percent'],
    nonNegative: true,
    flow: false,
    of: ['Market'],
    qualifiers: {
      company: {
        datatype: 'entity',
        of: ['Company', 'Group'],
        values: [],
        means: 'Whose part of the market it is.',
      },
      scope: {
        datatype: 'text',
        of: [],
        values: [],
        means: 'The part of the goods that the figure covers.',
      },
    },
    definitions: [
      {
        id: 'by-sales',
        flow: false,
        means: 'Of sales.',
      },
      {
        id: 'by-units',
        flow: false,
        means: 'Of units.',
      },
      {
        id: 'unstated',
        flow: false,
        means: 'The source does not say of what.',
      },
      {
        id: 'of-production',
        flow: false,
        means: 'Of what makers of the country make, not of the market.',
      },
    ],
    means:
      "Market. The part that a firm has, in percent; qualifier `company` is the firm, and the claim's entity. Definitions: `by-sales`, `by-units`, `unstated`, `of-production`.",
  },
  'demand-growth': {
    datatype: 'quantity',
    units: ['percent'],
    nonNegative: false,
    flow: false,
    of: ['Market'],
    qualifiers: {},
    definitions: [],
    means: 'Market. Growth of demand a year, by what is said or expected, in percent.',
  },
  entries: {
    datatype: 'quantity',
    units: ['count'],
    nonNegative: true,
    flow: false,
    of: ['ExportControl'],
    qualifiers: {
      company: {
        datatype: 'entity',
        of: ['Company', 'Group'],
        values: [],
        means: 'Whose units are counted, where not all are.',
      },
    },
    definitions: [],
    means:
      'ExportControl. Entities that it puts on a list, a count. Qualifier `company`: whose units are counted, where not all are.',
  },
  ownership: {
    datatype: 'text',
    units: [],
    nonNegative: false,
    flow: false,
    of: ['Company'],
    qualifiers: {},
    definitions: [],
    means: 'Company. Whether it is public, private, a subsidiary or owned by a state; a text.',
  },
  home: {
    datatype: 'entity',
    units: [],
    nonNegative: false,
    flow: false,
    of: ['Company'],
    qualifiers: {},
    definitions: [],
    means: 'Company. The country of its headquarters; an entity.',
  },
  'legal-name': {
    datatype: 'text',
    units: [],
    nonNegative: false,
    flow: false,
    of: ['Company'],
    qualifiers: {},
    definitions: [],
    means: 'Company. A name over time; a text.',
  },
  founded: {
    datatype: 'date',
    units: [],
    nonNegative: false,
    flow: false,
    of: ['Company'],
    qualifiers: {},
    definitions: [],
    means: 'Company. The day it was founded; a date.',
  },
  announced: {
    datatype: 'date',
    units: [],
    nonNegative: false,
    flow: false,
    of: ['Processor', 'Product', 'ExportControl', 'Investment'],
    qualifiers: {},
    definitions: [],
    means: 'Processor, Product, ExportControl; of an Investment the day it was first reported. A date.',
  },
  released: {
    datatype: 'date',
    units: [],
    nonNegative: false,
    flow: false,
    of: ['Processor', 'Product'],
    qualifiers: {},
    definitions: [],
    means: 'Processor, Product. A date; a text where a source says only that it is yet to come.',
  },
  published: {
    datatype: 'date',
    units: [],
    nonNegative: false,
    flow: false,
    of: ['ExportControl'],
    qualifiers: {},
    definitions: [],
    means: 'ExportControl. The day it was printed in the official journal; a date.',
  },
  effective: {
    datatype: 'date',
    units: [],
    nonNegative: false,
    flow: false,
    of: ['ExportControl'],
    qualifiers: {
      part: {
        datatype: 'text',
        of: [],
        values: [],
        means: 'Which part, of a measure that takes effect in steps.',
      },
    },
    definitions: [],
    means:
      'ExportControl. The first day it binds; a date. Qualifier `part`: which part, of a measure that takes effect in steps.',
  },
  compliance: {
    datatype: 'date',
    units: [],
    nonNegative: false,
    flow: false,
    of: ['ExportControl'],
    qualifiers: {},
    definitions: [],
    means: 'ExportControl. The first day it must be followed, where that is later than effective; a date.',
  },
  'non-enforcement': {
    datatype: 'date',
    units: [],
    nonNegative: false,
    flow: false,
    of: ['ExportControl'],
    qualifiers: {},
    definitions: [],
    means: 'ExportControl. The first day it is not enforced, though it stays in the text; a date.',
  },
  suspended: {
    datatype: 'date',
    units: [],
    nonNegative: false,
    flow: false,
    of: ['ExportControl'],
    qualifiers: {},
    definitions: [],
    means: 'ExportControl. The first day it is suspended; a date.',
  },
  resumed: {
    datatype: 'date',
    units: [],
    nonNegative: false,
    flow: false,
    of: ['ExportControl'],
    qualifiers: {},
    definitions: [],
    means: 'ExportControl. The first day after a suspension, planned or come; a date.',
  },
  'rescission-announced': {
    datatype: 'date',
    units: [],
    nonNegative: false,
    flow: false,
    of: ['ExportControl'],
    qualifiers: {},
    definitions: [],
    means: 'ExportControl. The day its rescission was announced, whether or not it followed; a date.',
  },
  rescinded: {
    datatype: 'date',
    units: [],
    nonNegative: false,
    flow: false,
    of: ['ExportControl'],
    qualifiers: {},
    definitions: [],
    means:
      'ExportControl. The day it was rescinded in the official journal; a date, or a text where it was only announced.',
  },
  ended: {
    datatype: 'date',
    units: [],
    nonNegative: false,
    flow: false,
    of: ['ExportControl'],
    qualifiers: {},
    definitions: [],
    means: 'ExportControl. The first day on which it no longer holds, replaced or expired by its own terms; a date.',
  },
  'memory-kind': {
    datatype: 'text',
    units: [],
    nonNegative: false,
    flow: false,
    of: ['Processor'],
    qualifiers: {},
    definitions: [],
    means: 'Processor. A text.',
  },
  'sold-in-us': {
    datatype: 'text',
    units: [],
    nonNegative: false,
    flow: false,
    of: ['Processor'],
    qualifiers: {},
    definitions: [],
    means: 'Processor. Whether it could be bought in the United States on a day; a text, yes or no.',
  },
  'made-for': {
    datatype: 'entity',
    units: [],
    nonNegative: false,
    flow: false,
    of: ['Processor'],
    qualifiers: {},
    definitions: [],
    means: 'Processor. The place whose market alone it is made for; an entity.',
  },
  'made-in': {
    datatype: 'entity',
    units: [],
    nonNegative: false,
    flow: false,
    of: ['Processor'],
    qualifiers: {},
    definitions: [],
    means: 'Processor. The place where the finished part is made; an entity.',
  },
  aim: {
    datatype: 'text',
    units: [],
    nonNegative: false,
    flow: false,
    of: ['ExportControl', 'Investment', 'Group'],
    qualifiers: {},
    definitions: [],
    means: 'ExportControl, Investment, Group. What it is meant for; a text, with an entity where one is named.',
  },
  policy: {
    datatype: 'text',
    units: [],
    nonNegative: false,
    flow: false,
    of: ['ExportControl'],
    qualifiers: {
      clause: {
        datatype: 'text',
        of: [],
        values: [],
        means: 'Which clause of its rule, by its id.',
      },
    },
    definitions: [],
    means:
      'ExportControl. What a source says of the outcome or policy of a clause, where that is not what the rule here has; a text. Qualifier `clause`: which clause of its rule, by its id.',
  },
  trend: {
    datatype: 'text',
    units: [],
    nonNegative: false,
    flow: false,
    of: ['Company', 'Group', 'Market'],
    qualifiers: {},
    definitions: [],
    means:
      'Company, Group, Market. A direction without a number; a text, with the entity it is compared with where there is one.',
  },
  statement: {
    datatype: 'text',
    units: [],
    nonNegative: false,
    flow: false,
    of: [
      'Company',
      'Group',
      'Person',
      'Processor',
      'ExportControl',
      'Market',
      'Investment',
      'Shipment',
      'Product',
      'Place',
      'Source',
    ],
    qualifiers: {},
    definitions: [],
    means: 'Any entity. What somebody said, in own words; a text.',
  },
  link: {
    datatype: 'text',
    units: [],
    nonNegative: false,
    flow: false,
    of: ['Link'],
    qualifiers: {},
    definitions: [],
    means: "A link between two entities; the claim's `link` names it.",
  },
} as const satisfies Record<string, PropertyDeclaration>;

/** The kinds of link, by their id in data/. */
export const linkKinds = {
  makes: {
    from: ['Company'],
    to: ['Processor', 'Product'],
    inverse: 'made-by',
    dependent: 'to',
    means: 'A company sells a processor or product under its name.',
  },
  designs: {
    from: ['Company'],
    to: ['Processor'],
    inverse: 'designed-by',
    dependent: 'to',
    means: 'A company takes part in the design of a processor that another sells.',
  },
  'foundry-for': {
    from: ['Company'],
    to: ['Company'],
    inverse: 'has-foundry',
    dependent: 'to',
    means: 'A company makes chips to the design of another.',
  },
  supplies: {
    from: ['Company'],
    to: ['Company'],
    inverse: 'supplied-by',
    dependent: 'to',
    means: 'A company delivers other goods to a company: memory, tools, dies, servers.',
  },
  buys: {
    from: ['Company', 'Group'],
    to: ['Processor', 'Product'],
    inverse: 'bought-by',
    dependent: 'from',
    means: 'A company or group buys or orders a processor or goods.',
  },
  'sells-to': {
    from: ['Company'],
    to: ['Company', 'Group'],
    inverse: 'buys-from',
    dependent: 'to',
    means: 'A company sells to a company, group or unnamed buyers.',
  },
  'invests-in': {
    from: ['Company', 'Person'],
    to: ['Company', 'Product', 'Place'],
    inverse: 'has-investor',
    dependent: 'to',
    means: 'A company or person puts or promises money; the amounts are Investments.',
  },
  'owns-stake': {
    from: ['Company'],
    to: ['Company'],
    inverse: 'partly-owned-by',
    dependent: 'to',
    means: 'Holds a share of the equity.',
  },
  'parent-of': {
    from: ['Company'],
    to: ['Company', 'Product'],
    inverse: 'subsidiary-of',
    dependent: 'to',
    means: 'A company controls a company or owns a product.',
  },
  'member-of': {
    from: ['Company', 'Place'],
    to: ['Group', 'Place'],
    inverse: 'has-member',
    dependent: null,
    means: 'A company belongs to a group, or a place to a group of places.',
  },
  leads: {
    from: ['Person'],
    to: ['Company'],
    inverse: 'led-by',
    dependent: null,
    means: 'A person holds a leading role in a company.',
  },
  'trades-in': {
    from: ['Company', 'Group'],
    to: ['Market'],
    inverse: 'has-participant',
    dependent: null,
    means: 'A company or group takes part in a market.',
  },
  'listed-on': {
    from: ['Company'],
    to: ['Market'],
    inverse: 'lists',
    dependent: null,
    means: 'The shares of a company trade on a stock exchange.',
  },
  'rents-compute-from': {
    from: ['Company'],
    to: ['Company'],
    inverse: 'rents-compute-to',
    dependent: 'from',
    means: 'A company rents processors by time from a company.',
  },
  'rents-compute-in': {
    from: ['Company'],
    to: ['Place'],
    inverse: 'place-of-rented-compute',
    dependent: 'from',
    means: 'A company rents processors of unnamed owners in a place.',
  },
  'leases-data-centre-from': {
    from: ['Company'],
    to: ['Company'],
    inverse: 'leases-data-centre-to',
    dependent: 'from',
    means: 'A company is tenant of halls or campuses of a company.',
  },
  'operates-data-centre-in': {
    from: ['Company'],
    to: ['Place'],
    inverse: 'has-data-centre-of',
    dependent: 'from',
    means: 'A company has owned or leased data centres in a place.',
  },
  uses: {
    from: ['Company'],
    to: ['Product'],
    inverse: 'used-by',
    dependent: 'from',
    means: 'A company runs its work on a product, for example a data centre.',
  },
  'located-in': {
    from: ['Product'],
    to: ['Place'],
    inverse: 'location-of',
    dependent: 'from',
    means: 'A product stands in a place.',
  },
  'partners-with': {
    from: ['Company'],
    to: ['Company'],
    inverse: 'partners-with',
    dependent: null,
    means: 'An agreement without a stake; symmetric, given once.',
  },
  'trained-on': {
    from: ['Product'],
    to: ['Processor'],
    inverse: 'trained',
    dependent: 'from',
    means: 'A model was trained on a processor.',
  },
  'part-of': {
    from: ['Processor', 'Product'],
    to: ['Processor', 'Product'],
    inverse: 'has-part',
    dependent: 'to',
    means: 'A product or processor belongs to a larger product or series.',
  },
  'variant-of': {
    from: ['Processor'],
    to: ['Processor'],
    inverse: 'has-variant',
    dependent: 'from',
    means: 'A processor is a variant of another.',
  },
  'successor-of': {
    from: ['Processor', 'Product'],
    to: ['Processor', 'Product'],
    inverse: 'succeeded-by',
    dependent: null,
    means: 'A processor, product or phase takes the place of another.',
  },
  answers: {
    from: ['Processor'],
    to: ['ExportControl'],
    inverse: 'answered-by',
    dependent: null,
    means:
      'A processor was made, or cut down, so that it may pass under an export control; `what` names the processor that it comes from, and the start is the first sign of it.',
  },
  'possible-duplicate-of': {
    from: ['Company', 'Person', 'Processor', 'Product', 'Investment', 'Shipment'],
    to: ['Company', 'Person', 'Processor', 'Product', 'Investment', 'Shipment'],
    inverse: 'possible-duplicate-of',
    dependent: null,
    means: 'A record may tell of the same thing as another; symmetric, given once.',
  },
  imposes: {
    from: ['Place'],
    to: ['ExportControl'],
    inverse: 'imposed-by',
    dependent: null,
    means: 'A place imposes an export control.',
  },
  'applies-to': {
    from: ['ExportControl'],
    to: ['Place'],
    inverse: 'under-control',
    dependent: 'to',
    means: 'An export control applies to a place.',
  },
  restricts: {
    from: ['ExportControl'],
    to: ['Processor'],
    inverse: 'restricted-by',
    dependent: 'to',
    means:
      'By a source, an export control keeps a processor from buyers, those of the place that `what` names; the computed answer is `exportStatus`.',
  },
  permits: {
    from: ['ExportControl'],
    to: ['Processor'],
    inverse: 'permitted-by',
    dependent: null,
    means:
      'By a source, an export control lets a processor pass to buyers, those of the place that `what` names; the computed answer is `exportStatus`.',
  },
  amends: {
    from: ['ExportControl'],
    to: ['ExportControl'],
    inverse: 'amended-by',
    dependent: null,
    means: 'An export control amends, suspends or replaces another.',
  },
  'listed-by': {
    from: ['Company', 'Group'],
    to: ['ExportControl'],
    inverse: 'lists-company',
    dependent: 'from',
    means: 'A company or group is named by a listing control.',
  },
} as const satisfies Record<string, LinkKindDeclaration>;
