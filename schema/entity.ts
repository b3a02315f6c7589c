import type { Seen } from '../src/store/seen.ts';
import type { EntityRow } from '../src/store/tables.ts';
import { builder } from './builder.ts';
import { ClaimConnection } from './claim.ts';
import { ClaimFilter } from './claimFilter.ts';
import { claimsBelow } from './claims.ts';
import { pageArguments, pageComplexity } from './connection.ts';
import { discrepancyConnection } from './discrepanciesOf.ts';
import { DiscrepancyConnection, kindsArgument } from './discrepancy.ts';
import { LinkConnection } from './link.ts';
import { LinkFilter } from './linkFilter.ts';
import { Direction, linksBelow } from './links.ts';
import { Node } from './node.ts';
import { rowOrderArgument } from './order.ts';
import { LinkKind } from './property.ts';

/** What all entities share. */
export const Entity = builder.interfaceRef<Seen<EntityRow>>('Entity');

builder.interfaceType(Entity, {
  description: 'What all entities share.',
  interfaces: () => [Node],
  resolveType: ({ row }) => row.type,
  fields: (t) => ({
    slug: t.string({
      description: 'The short name in addresses and arguments, for example `alibaba`; the same through every lens.',
      resolve: ({ row }) => row.slug,
    }),
    name: t.string({ description: 'The name in English.', resolve: ({ row }) => row.name }),
    aliases: t.stringList({
      description: 'Other names, those in other scripts included; at most 100.',
      // The compiler wrote it in this form.
      resolve: ({ row }) => (JSON.parse(row.aliasesJson) as string[]).slice(0, 100),
    }),
    description: t.string({
      nullable: true,
      description: 'What it is, in a sentence or two; null where there is nothing to add to the name.',
      resolve: ({ row }) => row.description,
    }),
    links: t.field({
      type: LinkConnection,
      description: 'Its links, both ways unless asked otherwise, by their start unless ordered otherwise.',
      args: {
        kinds: t.arg({ type: [LinkKind], description: 'Only these kinds.' }),
        direction: t.arg({
          type: Direction,
          defaultValue: 'both',
          description: 'Which way they run, seen from this entity.',
        }),
        during: t.arg({
          type: 'PeriodLabel',
          description: 'Links that held on a day of this period; `../..` for all. Default: the day of the lens.',
        }),
        where: t.arg({ type: LinkFilter.ref, description: 'Which of them.' }),
        ...rowOrderArgument,
        ...pageArguments,
      },
      complexity: pageComplexity,
      resolve: (entity, asked) => linksBelow(entity, asked),
    }),
    claims: t.field({
      type: ClaimConnection,
      description:
        'The claims about it, those that do not count included, by property and period unless ordered otherwise.',
      args: {
        where: t.arg({ type: ClaimFilter.ref, description: 'Which of them.' }),
        ...rowOrderArgument,
        ...pageArguments,
      },
      complexity: pageComplexity,
      resolve: (entity, asked) => claimsBelow(entity.view, entity, 'about', asked),
    }),
    discrepancies: t.field({
      type: DiscrepancyConnection,
      description:
        'The contradictions among the facts about it, and about what is found at its door, such as its investments.',
      args: { ...kindsArgument, ...pageArguments },
      complexity: pageComplexity,
      resolve: (entity, asked) => discrepancyConnection({ view: entity.view, parent: entity, where: {} }, asked),
    }),
  }),
});
