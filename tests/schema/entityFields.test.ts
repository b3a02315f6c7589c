import {
  type GraphQLObjectType,
  getNamedType,
  isCompositeType,
  isInputObjectType,
  isListType,
  isObjectType,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { entityKinds } from '../../schema/entityKinds.ts';
import { schema } from '../../schema/index.ts';
import { standingServer } from '../ask.ts';
import { publishedData } from '../publishedData.ts';

// What a field tells and what a filter asks of it are declared as one: here they are held against each other, over all data.

const server = standingServer(publishedData());

describe.each(entityKinds().map(({ type }) => type))('of each %s', (type) => {
  const list = listOf(type);
  const asked = conditionsOf(type);

  test.each(asked)(
    '%s is unknown to the filter where the field tells nothing, and nowhere else',
    async (condition, field) => {
      const rows = await allOf(list, `slug ${field.selection}`);
      const slugs = (isUnknown: boolean) =>
        rows.filter((row) => field.isUnknown(row) === isUnknown).map((row) => Object(row).slug);
      for (const isUnknown of [true, false]) {
        const found = await allOf(list, 'slug', `{ ${condition}: { isUnknown: ${isUnknown} } }`);
        expect(
          found.map((row) => Object(row).slug),
          `isUnknown: ${isUnknown}`,
        ).toEqual(slugs(isUnknown));
      }
    },
  );
});

/** The rows of a list, page by page. */
async function allOf(list: string, selection: string, where?: string): Promise<readonly unknown[]> {
  const rows: unknown[] = [];
  for (let after: string | null = null; ; ) {
    const narrowed = where === undefined ? '' : `where: ${where}, `;
    const query = `query ($after: String) { ${list}(${narrowed}first: 100, after: $after) { pageInfo { hasNextPage endCursor } edges { node { ${selection} } } } }`;
    const { body } = await server.ask(query, { after });
    expect(body.errors).toBeUndefined();
    const { pageInfo, edges } = Object(body.data)[list];
    rows.push(...edges.map(({ node }: { node: unknown }) => node));
    if (!pageInfo.hasNextPage) return rows;
    after = pageInfo.endCursor;
  }
}

interface Told {
  readonly selection: string;
  readonly isUnknown: (row: unknown) => boolean;
}

/** The conditions of a kind that ask whether something is unknown, and the field that tells it, which may be a list. */
function conditionsOf(type: string): readonly (readonly [condition: string, Told])[] {
  const fields = objectType(type).getFields();
  const filter = schema.getType(`${type}Filter`);
  if (!isInputObjectType(filter)) throw new Error(`${type} has a filter`);
  return Object.values(filter.getFields()).flatMap(({ name, type: shape }) => {
    const known = getNamedType(shape);
    const told = fields[name] ?? fields[`${name}s`];
    if (told === undefined || !isInputObjectType(known) || known.getFields().isUnknown === undefined) return [];
    const answer = getNamedType(told.type);
    if (told.args.some(({ type: wanted }) => String(wanted).endsWith('!'))) return [];
    const isFigure = answer.name === 'Figure';
    const inner = isFigure ? ' { value low high tentative }' : isCompositeType(answer) ? ' { __typename }' : '';
    const isUnknown = (row: unknown) => {
      const value = Object(row)[told.name];
      if (isListType(told.type) || Array.isArray(value)) return value.length === 0;
      if (value === null || !isFigure) return value === null;
      // What rests on weak claims alone is no answer to a filter.
      return value.tentative || [value.value, value.low, value.high].every((one) => one === null);
    };
    return [[name, { selection: `${told.name}${inner}`, isUnknown }] as const];
  });
}

function listOf(type: string): string {
  const query = objectType('Query').getFields();
  const found = Object.values(query).find(({ type: answer }) => getNamedType(answer).name === `${type}Connection`);
  if (found === undefined) throw new Error(`there is a list of ${type}`);
  return found.name;
}

function objectType(name: string): GraphQLObjectType {
  const type = schema.getType(name);
  if (!isObjectType(type)) throw new Error(`${name} is a type`);
  return type;
}
