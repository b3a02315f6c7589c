import type { EntityDetail } from '../store/entityDetail.ts';
import type { EntityType, ReferenceRole } from '../store/tables.ts';
import { composedSlug } from './composedSlug.ts';
import type { Draft, DraftReference, DraftStructure } from './draft.ts';
import type { FileContent } from './fileShapes.ts';
import type { MembershipEntry } from './linkShape.ts';
import type { SourceFile } from './sourceFile.ts';
import type { Path } from './yamlText.ts';

/** Where the content of a file stands. */
interface Origin {
  readonly file: SourceFile;
  /** The name of the file without its folder and ending. */
  readonly slug: string;
}

type Fields = Partial<
  Pick<Draft, 'kinds' | 'status' | 'when' | 'references' | 'structure' | 'rule' | 'membersRule'>
> & {
  readonly detail?: EntityDetail;
};

/** The drafts of what a file describes. */
export function draftsOf<Type extends EntityType>(
  type: Type,
  content: FileContent[Type],
  origin: Origin,
): readonly Draft[] {
  return makers[type](content, origin);
}

/** Lists of kinds, each made once: a reference of each of a million entities holds one. */
const parties: readonly EntityType[] = ['Company', 'Group', 'Place'];
const firms: readonly EntityType[] = ['Company', 'Group'];
const companies: readonly EntityType[] = ['Company'];
const places: readonly EntityType[] = ['Place'];
const processors: readonly EntityType[] = ['Processor'];
const sources: readonly EntityType[] = ['Source'];
const products: readonly EntityType[] = ['Product'];

const makers: { readonly [Type in EntityType]: (content: FileContent[Type], origin: Origin) => readonly Draft[] } = {
  Company: (company, origin) => [
    draft('Company', company, origin, {
      kinds: company.kinds ?? [],
      references: one('home', company.home, places, ['home']),
      detail: { ...optional('website', company.website), ...optional('fiscalYearEnds', company.fiscalYearEnds) },
    }),
  ],
  Group: (group, origin) => [
    draft('Group', group, origin, {
      structure: members(group.members, 'company', ['Company']),
      detail: { closed: group.closed !== 'false' },
    }),
  ],
  Person: (person, origin) => [draft('Person', person, origin, {})],
  Processor: (processor, origin) => [
    draft('Processor', processor, origin, {
      kinds: [processor.kind],
      references: [
        ...one('maker', processor.maker, companies, ['maker']),
        ...one('family', processor.family, processors, ['family']),
      ],
      structure: [
        ...attribute('makes', processor.maker, companies, 'to-this', ['maker']),
        ...attribute('designs', processor.designer, companies, 'to-this', ['designer']),
        ...attribute('part-of', processor.family, processors, 'from-this', ['family']),
        ...attribute('variant-of', processor.variantOf, processors, 'from-this', ['variantOf']),
        ...attributes('successor-of', processor.successorOf, processors, 'from-this', ['successorOf']),
      ],
      detail: {
        ...(processor.nonPlanar !== undefined && { nonPlanar: processor.nonPlanar === 'true' }),
        ...forDataCentres(processor),
      },
    }),
  ],
  ExportControl: (control, origin) => [
    draft('ExportControl', control, origin, {
      kinds: [control.kind],
      references: one('imposedBy', control.imposedBy, places, ['imposedBy']),
      structure: attribute('imposes', control.imposedBy, places, 'to-this', ['imposedBy']),
      detail: { ...optional('agency', control.agency), ...optional('citation', control.citation) },
      rule: control.rule ?? null,
    }),
  ],
  Market: (market, origin) => [
    draft('Market', market, origin, {
      kinds: [market.kind],
      references: one('place', market.place, places, ['place']),
      detail: optional('scope', market.scope),
    }),
  ],
  Product: (product, origin) => [
    draft('Product', product, origin, {
      kinds: [product.kind],
      status: product.status ?? null,
      references: [
        ...one('company', product.company, companies, ['company']),
        ...one('place', product.place, places, ['place']),
      ],
      structure: attribute('located-in', product.place, places, 'from-this', ['place']),
    }),
  ],
  Place: (place, origin) => [
    draft('Place', place, origin, {
      kinds: [place.kind],
      references: one('within', place.within, places, ['within']),
      structure: members(place.members, 'place', ['Place']),
      membersRule: place.membersRule ?? null,
    }),
  ],
  Source: (source, origin) => [
    draft('Source', source, origin, {
      references: list('basedOn', source.basedOn, sources, ['basedOn']),
      detail: {
        ...optional('publisher', source.publisher),
        ...optional('url', source.url),
        ...optional('published', source.published),
        ...optional('fetched', source.fetched),
        ...optional('licence', source.licence),
      },
    }),
  ],
  Investment: (investments, origin) =>
    investments.map((investment, index) => {
      const investors = investment.investors ?? fileName(origin);
      const investorsPath = investment.investors === undefined ? [index] : [index, 'investors'];
      const when = whenOf(investment.period ?? investment.closed, investment.days, [
        index,
        investment.period === undefined ? 'closed' : 'period',
      ]);
      const slug = investment.slug ?? composedSlug([...investors, investment.kind], when?.text ?? null);
      return draft(
        'Investment',
        investment,
        { ...origin, slug },
        {
          kinds: [investment.kind],
          status: investment.status ?? 'done',
          when,
          references: [
            ...list('investor', investors, ['Company', 'Group', 'Person'], investorsPath),
            ...one('target', investment.target, things, [index, 'target']),
            ...one('purpose', investment.purpose, things, [index, 'purpose']),
            ...one('place', investment.place, places, [index, 'place']),
          ],
        },
        [index],
      );
    }),
  Shipment: (shipments, origin) =>
    shipments.map((shipment, index) => {
      const sellers = shipment.seller === undefined ? fileName(origin) : [shipment.seller];
      const buyers = shipment.buyers ?? [];
      const when = whenOf(shipment.period, shipment.days, [index, 'period']);
      const shipped = shipment.processor ?? shipment.goods;
      const parts = shipped === undefined ? sellers : [shipped];
      const slug = shipment.slug ?? composedSlug([...parts, ...buyers], when?.text ?? null);
      return draft(
        'Shipment',
        shipment,
        { ...origin, slug },
        {
          when,
          references: [
            ...list('seller', sellers, firms, shipment.seller === undefined ? [index] : [index, 'seller']),
            ...list('buyer', buyers, parties, [index, 'buyers']),
            ...one('processor', shipment.processor, processors, [index, 'processor']),
            ...one('goods', shipment.goods, products, [index, 'goods']),
          ],
        },
        [index],
      );
    }),
};

/** What money can go into. */
const things: readonly EntityType[] = ['Company', 'Group', 'Market', 'Place', 'Processor', 'Product'];

type Common = Pick<
  FileContent['Investment'][number],
  'name' | 'aliases' | 'description' | 'identifiers' | 'mergedSlugs' | 'sharesNameWith' | 'claims' | 'links'
>;

function draft(type: EntityType, common: Common, { file, slug }: Origin, fields: Fields, path: Path = []): Draft {
  const identifiers = Object.entries(common.identifiers ?? {}).flatMap(([scheme, values]) =>
    [values].flat().map((value) => ({ scheme, value })),
  );
  return {
    type,
    slug,
    name: common.name ?? null,
    file,
    path,
    aliases: common.aliases ?? [],
    description: common.description?.trim() ?? null,
    mergedSlugs: common.mergedSlugs ?? [],
    sharesNameWith: common.sharesNameWith ?? [],
    kinds: fields.kinds ?? [],
    status: fields.status ?? null,
    when: fields.when ?? null,
    references: fields.references ?? [],
    structure: fields.structure ?? [],
    detail: { ...(identifiers.length > 0 && { identifiers }), ...fields.detail },
    claims: common.claims ?? {},
    links: common.links ?? [],
    rule: fields.rule ?? null,
    membersRule: fields.membersRule ?? null,
  };
}

/** The file's name as the one investor or seller; a file named `unknown` is of those that no source names. */
function fileName({ slug }: Origin): readonly string[] {
  return slug === 'unknown' ? [] : [slug];
}

function one(
  role: ReferenceRole,
  to: string | undefined,
  types: readonly EntityType[],
  path: Path,
): readonly DraftReference[] {
  return to === undefined ? [] : [{ role, to, types, path }];
}

function list(
  role: ReferenceRole,
  to: string | readonly string[] | undefined,
  types: readonly EntityType[],
  path: Path,
): readonly DraftReference[] {
  if (to === undefined || typeof to === 'string') return one(role, to, types, path);
  return to.map((each, index) => ({ role, to: each, types, path: [...path, index] }));
}

function attribute(
  kind: string,
  other: string | undefined,
  types: readonly EntityType[],
  direction: DraftStructure['direction'],
  path: Path,
): readonly DraftStructure[] {
  return other === undefined ? [] : [{ kind, other, types, direction, path, entry: null }];
}

function attributes(
  kind: string,
  others: string | readonly string[] | undefined,
  types: readonly EntityType[],
  direction: DraftStructure['direction'],
  path: Path,
): readonly DraftStructure[] {
  if (others === undefined || typeof others === 'string') return attribute(kind, others, types, direction, path);
  return others.flatMap((other, index) => attribute(kind, other, types, direction, [...path, index]));
}

/** What the file says, else what follows from the kind; nothing where neither tells. */
function forDataCentres({ kind, forDataCentres: stated }: FileContent['Processor']): EntityDetail {
  if (stated === 'unknown' || kind === 'family') return {};
  if (stated !== undefined) return { forDataCentres: stated === 'true' };
  return kind === 'workstation-gpu' ? {} : { forDataCentres: kind !== 'consumer-gpu' };
}

function members(
  entries: readonly (string | MembershipEntry)[] | undefined,
  key: 'company' | 'place',
  types: readonly EntityType[],
): readonly DraftStructure[] {
  return (entries ?? []).map((entry, index) => {
    const path = ['members', index];
    const shared = { kind: 'member-of', types, direction: 'to-this' as const };
    if (typeof entry === 'string') return { ...shared, other: entry, path, entry: null };
    return { ...shared, other: entry[key] ?? '', path, entry };
  });
}

function whenOf(text: string | undefined, days: string | undefined, path: Path): Draft['when'] {
  return text === undefined ? null : { text, path, days: days ?? null };
}

function optional<Key extends string>(key: Key, value: string | undefined): { readonly [K in Key]?: string } {
  return value === undefined ? {} : ({ [key]: value } as { [K in Key]: string });
}
