import type { Extent } from '../src/metrics/extent.ts';
import type { Parties, Party } from '../src/metrics/parties.ts';
import type { Period } from '../src/quantity/period.ts';
import type { LinkKindId, PropertyId } from '../src/quantity/vocabulary.ts';
import { referencesOf } from '../src/store/reading.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow, EntityType, ReferenceRole } from '../src/store/tables.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';
import { flowDefinitionsOf } from './definitions.ts';
import { linksOn } from './linksOn.ts';
import { ownPeriod } from './period.ts';
import { partiesOf } from './trades.ts';

/** Whom a row is about in one role: what it names in roles of its file, or the row itself; and as which parties they count. */
interface RoleShape {
  readonly named: readonly ReferenceRole[] | 'itself';
  readonly partiesOf: (entities: readonly Seen<EntityRow>[]) => Read<Parties>;
}

/** What rows of a kind are of, so that one may hold another: a parent its subsidiary, a family its member, a year its quarters. */
export interface ExtentShape {
  readonly roles: readonly RoleShape[];
  /** Whether they are of their own period; else they hold at any time. */
  readonly inPeriod: boolean;
  readonly isWhole: boolean;
}

const itself = (partiesOf: RoleShape['partiesOf']): ExtentShape => ({
  roles: [{ named: 'itself', partiesOf }],
  inPeriod: false,
  isWhole: true,
});

const shapes: { readonly [Type in EntityType]?: (kind: string | null) => ExtentShape | null } = {
  Company: () => itself(partiesOf),
  Group: () => itself(partiesOf),
  Processor: () => itself(partiesOf),
  Product: () => itself(productParties),
  Investment: investmentShape,
  Shipment: () => ({
    roles: [
      { named: ['seller'], partiesOf },
      { named: ['processor', 'goods'], partiesOf },
      { named: ['buyer'], partiesOf },
    ],
    inPeriod: true,
    isWhole: true,
  }),
};

/** What rows of a kind of entity are of, by their own kind; null where they overlap with no other. */
export function extentShapeOf(type: EntityType, kind: string | null): ExtentShape | null {
  return shapes[type]?.(kind) ?? null;
}

/** What a row is of; null where it overlaps with no other. */
export function extentOf(entity: Seen<EntityRow>): Read<Extent | null> {
  const shape = extentShapeOf(entity.row.type, mainKind(entity.row));
  if (shape === null) return null;
  const roles = shape.roles.map(({ named, partiesOf: asParties }) =>
    named === 'itself'
      ? asParties([entity])
      : whenRead(whenAllRead(named.map((role) => whenRead(referencesOf(entity, role), asParties))), (all) =>
          all.flat(),
        ),
  );
  return whenRead(whenAllRead(roles), (found) => extentIn(shape, found, ownPeriod(entity)));
}

/** What a row of some parties and a period is of. */
export function extentIn(shape: ExtentShape, roles: readonly Parties[], period: Period | null): Extent {
  return { roles, period: shape.inPeriod ? period : anyTime, isWhole: shape.isWhole, rank: 0 };
}

const anyTime: Period = { label: '../..', first: null, last: null };

/** How far products are followed. */
const mostSteps = 6;

function productParties(products: readonly Seen<EntityRow>[]): Read<Parties> {
  return whenAllRead(
    products.map((product) => whenRead(productsAround(product, mostSteps), (around) => partyOf(product, around))),
  );
}

function partyOf({ row }: Seen<EntityRow>, around: readonly Seen<EntityRow>[]): Party {
  return { key: row.key, within: new Set([row.key, ...around.map((one) => one.row.key)]), open: false };
}

/** What a product is part of, or has grown into, on the day of the lens. */
function productsAround(product: Seen<EntityRow>, left: number): Read<readonly Seen<EntityRow>[]> {
  if (left === 0) return [];
  const { asOf } = product.view.lens;
  const at = (ends: 'from' | 'to', kind: LinkKindId) => linksOn(product, ends, [kind], asOf);
  return whenRead(whenAllRead([at('from', 'part-of'), at('to', 'successor-of')]), (found) => {
    const next = found.flat().map(({ other }) => other);
    return whenRead(whenAllRead(next.map((one) => productsAround(one, left - 1))), (further) => [
      ...next,
      ...further.flat(),
    ]);
  });
}

/**
 * Capital expenditure of a period holds what its investor spent then, and so does a plan, of what it is for; a data
 * centre or a purchase is a part of either. Rounds and stakes are each a thing of its own.
 */
function investmentShape(kind: string | null): ExtentShape | null {
  if (kind === 'funding-round' || kind === 'stake') return null;
  const isExpenditure = kind === 'capital-expenditure';
  const investors: RoleShape = { named: ['investor'], partiesOf };
  const targets: RoleShape = { named: isExpenditure ? [] : ['target'], partiesOf: partiesAsTheyAre };
  return { roles: [investors, targets], inPeriod: true, isWhole: isExpenditure || kind === 'plan' };
}

/** The kind of an investment. */
export function mainKind({ kindsJson }: Pick<EntityRow, 'kindsJson'>): string | null {
  // The compiler wrote it in this form.
  const [main] = JSON.parse(kindsJson) as readonly string[];
  return main ?? null;
}

/** Whether a figure of a row is what was spent or shipped in its period, so that those of other periods follow from it. */
export function isFlow(
  { type, kind }: { readonly type: EntityType; readonly kind: string | null },
  property: PropertyId,
  definition: string | null,
): boolean {
  if (type === 'Shipment') return flowDefinitionsOf(property, definition).includes(definition);
  const isAmount = property === 'amount' || property === 'capital-expenditure';
  if (type !== 'Investment' || kind !== 'capital-expenditure' || !isAmount) return false;
  return flowDefinitionsOf('capital-expenditure', definition).length > 0;
}

function partiesAsTheyAre(entities: readonly Seen<EntityRow>[]): Parties {
  return entities.map((entity) => partyOf(entity, []));
}
