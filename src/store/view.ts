import DataLoader from 'dataloader';
import { foldName } from '../quantity/foldName.ts';
import { type ChildrenSql, countChildren, countEnds, noParent, type OrderedSlice, readPages } from './children.ts';
import type { Claim } from './claim.ts';
import { claimOf } from './claim.ts';
import { Cohort } from './cohort.ts';
import type { NameAsked } from './entities.ts';
import { groupBy } from './groupBy.ts';
import { defaultLens, type Lens, printLens } from './lens.ts';
import {
  type ClaimList,
  claimListSql,
  type EntityList,
  entityListSql,
  farPrefix,
  type LinkList,
  type ListAsked,
  linkListSql,
} from './lists.ts';
import { claimOrder, entityOrder, leftToAsk, linkOrder, type OrderAsked } from './orders.ts';
import type { OrderKey, Page } from './page.ts';
import type { Revision } from './revision.ts';
import { type Seen, seeAll, seeChildren } from './seen.ts';
import { readSharedNames, type SharedName } from './sharedNames.ts';
import { type Sight, sightOf } from './sight.ts';
import { columnsOf } from './tableShapes.ts';
import type { ClaimRow, EntityRow, LinkRow } from './tables.ts';
import { type Read, whenRead } from './whenRead.ts';
import type { ClaimWhere, EntityWhere, LinkWhere } from './where.ts';

/** What a list hangs below; null for lists of all. */
export type Parent = Seen<{ readonly key: number }> | null;

/** One revision seen through one lens, for one request. */
export class View {
  readonly revision: Revision;
  readonly lens: Lens;
  /** The lens in canonical form; empty for the default one. */
  readonly lensText: string;
  /** The id of the revision where it is another than the request is pinned to; else empty. */
  readonly revisionText: string;
  readonly #siblings: Map<string, View>;
  readonly #byName: DataLoader<NameAsked, readonly Seen<EntityRow>[], string>;

  private constructor(revision: Revision, lens: Lens, revisionText: string, siblings: Map<string, View>) {
    this.revision = revision;
    this.lens = lens;
    this.lensText = printLens(lens, revision.info.horizon);
    this.revisionText = revisionText;
    this.#siblings = siblings;
    siblings.set(this.lensText, this);
    this.#byName = new DataLoader(async (asked) => this.#seeNamed(await revision.entitiesByName(asked)), {
      cacheKeyFn: ({ type, name }) => `${type}:${name}`,
    });
  }

  /** A revision through the default lens, for one request. `pinned`: it is the one that the request is pinned to. */
  static of(revision: Revision, { pinned }: { readonly pinned: boolean }): View {
    const { id, horizon } = revision.info;
    return new View(revision, defaultLens(horizon), pinned ? '' : id, new Map());
  }

  /** The same revision through a lens; left out, through the default one. The same lens gives the same view. */
  through(lens = defaultLens(this.horizon)): View {
    const known = this.#siblings.get(printLens(lens, this.horizon));
    return known ?? new View(this.revision, lens, this.revisionText, this.#siblings);
  }

  get horizon(): string {
    return this.revision.info.horizon;
  }

  /**
   * The entities that bear a name, as a user wrote it: slug, former slug, identifier, name or alias. At hand where it was
   * asked for before; else names which are asked for side by side are read together, and are one cohort.
   */
  named(type: EntityRow['type'], name: string): Read<readonly Seen<EntityRow>[]> {
    const asked = { type, name: foldName(name) };
    const known = this.revision.knownByName(asked);
    return known ? seeAll(this, known) : this.#byName.load(asked);
  }

  /** The entities that bear names, a list for each; what they name is one cohort. */
  namedAll(
    asked: readonly { readonly type: EntityRow['type']; readonly name: string }[],
  ): Read<readonly (readonly Seen<EntityRow>[])[]> {
    const folded = asked.map(({ type, name }) => ({ type, name: foldName(name) }));
    const known = folded.map((one) => this.revision.knownByName(one));
    const isKnown = (rows: readonly EntityRow[] | undefined) => rows !== undefined;
    if (known.every(isKnown)) return this.#seeNamed(known);
    return whenRead(this.revision.entitiesByName(folded), (found) => this.#seeNamed(found));
  }

  /** The claim of an id without its type; null where none has it. */
  claim(id: string): Read<Seen<Claim> | null> {
    return this.#one<ClaimRow, Claim>('claim', id, claimOf);
  }

  /** The link of an id without its type; null where none has it. */
  link(id: string): Read<Seen<LinkRow> | null> {
    return this.#one<LinkRow, LinkRow>('link', id, (row) => row);
  }

  /** A page of entities. */
  entities(parent: Parent, asked: ListAsked<EntityList, EntityWhere, OrderAsked>): Read<OrderedSlice<Seen<EntityRow>>> {
    const where = parent === null ? leftToAsk(asked.where, asked.order) : asked.where;
    const build = (sight: Sight, keys: Keys) => entityListSql(sight, this.revision.engine, asked.list, where, keys);
    const order = (sight: Sight) => entityOrder(sight, asked);
    return this.#page<EntityRow, EntityRow>(parent, 'entities', asked, build, order, (row) => {
      this.revision.entities.remember(row.key, [row]);
      return row;
    });
  }

  /** How many entities there are in a list. */
  countEntities(parent: Parent, asked: Omit<ListAsked<EntityList, EntityWhere>, 'page' | 'order'>): Read<number> {
    const build = (sight: Sight, keys: Keys) =>
      entityListSql(sight, this.revision.engine, asked.list, asked.where, keys);
    return this.#count(parent, 'entities', asked, build);
  }

  /** A page of links. */
  links(parent: Parent, asked: ListAsked<LinkList, LinkWhere>): Read<OrderedSlice<Seen<LinkRow>>> {
    const build = (sight: Sight, keys: Keys) => linkListSql(sight, this.revision.engine, asked.list, asked.where, keys);
    const order = (sight: Sight) => linkOrder(sight, asked.order);
    return this.#page<LinkRow & Far, LinkRow>(parent, 'links', asked, build, order, (row) => {
      const other = farEntity(row);
      if (other) this.revision.entities.remember(other.key, [other]);
      return row;
    });
  }

  /** How many links there are in a list. */
  countLinks(parent: Parent, asked: Omit<ListAsked<LinkList, LinkWhere>, 'page' | 'order'>): Read<number> {
    const build = (sight: Sight, keys: Keys) => linkListSql(sight, this.revision.engine, asked.list, asked.where, keys);
    return this.#count(parent, 'links', asked, build);
  }

  /** How many links there are in a list, and how many entities they join. */
  countEnds(parent: Parent, asked: Omit<ListAsked<LinkList, LinkWhere>, 'page' | 'order'>): Read<EndCount> {
    const { engine } = this.revision;
    const question = `count ends ${this.lensText} ${JSON.stringify(asked)}`;
    const read = this.revision.remembered<EndCount>(question, noEnds, (keys) =>
      countEnds(engine, linkListSql(sightOf(engine, this.lens, this.horizon), engine, asked.list, asked.where, keys)),
    );
    const counts = parent ? parent.cohort.once(question, read) : read([noParent]);
    return whenRead(counts, (found) => found.get(parent?.row.key ?? noParent) ?? noEnds);
  }

  /** A page of claims that the lens sees, those that do not count included. */
  claims(parent: Parent, asked: ListAsked<ClaimList, ClaimWhere>): Read<OrderedSlice<Seen<Claim>>> {
    const build = (sight: Sight, keys: Keys) =>
      claimListSql(sight, this.revision.engine, asked.list, asked.where, keys);
    const order = (sight: Sight) => claimOrder(sight, asked.list, asked.order);
    return this.#page<ClaimRow, Claim>(parent, 'claims', asked, build, order, claimOf);
  }

  /** How many claims there are in a list. */
  countClaims(parent: Parent, asked: Omit<ListAsked<ClaimList, ClaimWhere>, 'page' | 'order'>): Read<number> {
    const build = (sight: Sight, keys: Keys) =>
      claimListSql(sight, this.revision.engine, asked.list, asked.where, keys);
    return this.#count(parent, 'claims', asked, build);
  }

  /** The names that an entity shares with others of its kind; without a parent, those of all that meet a condition. */
  sharedNames(parent: Parent, where: EntityWhere): Read<readonly SharedName[]> {
    const question = `shared names ${this.lensText} ${JSON.stringify(where)}`;
    const { engine } = this.revision;
    const read = this.revision.remembered<readonly SharedName[]>(question, [], (keys) => {
      const of = parent ? { keys } : { where };
      return whenRead(readSharedNames(engine, sightOf(this.revision.engine, this.lens, this.horizon), of), (names) =>
        parent ? groupBy(keys, names, ({ key }) => key) : new Map([[noParent, names]]),
      );
    });
    const all = parent ? parent.cohort.once(question, read) : read([noParent]);
    return whenRead(all, (found) => found.get(parent?.row.key ?? noParent) ?? []);
  }

  #seeNamed(found: readonly (readonly EntityRow[])[]): readonly (readonly Seen<EntityRow>[])[] {
    const cohort = new Cohort(found.flat());
    return found.map((rows) => rows.map((row) => ({ row, view: this, cohort })));
  }

  #one<Row extends { key: number }, Item extends { readonly key: number }>(
    table: 'claim' | 'link',
    id: string,
    itemOf: (row: Row) => Item,
  ): Read<Seen<Item> | null> {
    const { engine } = this.revision;
    const read = this.revision.remembered<readonly Item[]>(`${table} ${id}`, [], () => {
      const { sql, parameters } = engine.build.selectFrom(table).selectAll().where('id', '=', id).compile();
      return whenRead(engine.run<Row>(sql, parameters), (rows) => new Map([[noParent, rows.map(itemOf)]]));
    });
    return whenRead(read([noParent]), (found) => seeAll(this, found.get(noParent) ?? [])[0] ?? null);
  }

  #page<Row extends { key: number }, Item extends { readonly key: number }>(
    parent: Parent,
    name: string,
    asked: { readonly page: Page },
    build: (sight: Sight, keys: Keys) => ChildrenSql,
    order: (sight: Sight) => readonly OrderKey[],
    itemOf: (row: Row) => Item,
  ): Read<OrderedSlice<Seen<Item>>> {
    const question = `${name} ${this.lensText} ${JSON.stringify(asked)}`;
    const read = this.revision.remembered<OrderedSlice<Item>>(question, emptySlice, (keys) => {
      const { engine } = this.revision;
      const sight = sightOf(engine, this.lens, this.horizon);
      return whenRead(
        readPages<Row>(engine, build(sight, keys), order(sight), asked.page),
        (pages) => new Map([...pages].map(([key, slice]) => [key, { ...slice, rows: slice.rows.map(itemOf) }])),
      );
    });
    const seen = (keys: Keys) =>
      whenRead(read(keys), (pages) => {
        const rows = new Map([...pages].map(([key, slice]) => [key, slice.rows]));
        return { pages, children: seeChildren(this, rows) };
      });
    const all = parent ? parent.cohort.once(question, seen) : seen([noParent]);
    const key = parent?.row.key ?? noParent;
    return whenRead(all, ({ pages, children }) => ({
      rows: children.get(key) ?? [],
      keys: pages.get(key)?.keys ?? [],
      hasMore: pages.get(key)?.hasMore ?? false,
    }));
  }

  #count(parent: Parent, name: string, asked: object, build: (sight: Sight, keys: Keys) => ChildrenSql): Read<number> {
    const question = `count ${name} ${this.lensText} ${JSON.stringify(asked)}`;
    const read = this.revision.remembered(question, { count: 0 }, (keys) =>
      countChildren(this.revision.engine, build(sightOf(this.revision.engine, this.lens, this.horizon), keys)),
    );
    const counts = parent ? parent.cohort.once(question, read) : read([noParent]);
    return whenRead(counts, (found) => found.get(parent?.row.key ?? noParent)?.count ?? 0);
  }
}

type Keys = readonly number[];

/** The entity at the other end of a link, column by column. */
type Far = Partial<Record<`${typeof farPrefix}${keyof EntityRow}`, unknown>>;

/** How many links, and how many entities at their ends. */
export interface EndCount {
  readonly links: number;
  readonly entities: number;
}

const noEnds: EndCount = { links: 0, entities: 0 };

const emptySlice = { rows: [], keys: [], hasMore: false };

function farEntity(row: LinkRow & Far): EntityRow | null {
  if (row.far_key === undefined) return null;
  // The statement selects each column of the entity under its prefixed name.
  return Object.fromEntries(
    columnsOf('entity').map((column) => [column, row[`${farPrefix}${column}`]]),
  ) as unknown as EntityRow;
}
