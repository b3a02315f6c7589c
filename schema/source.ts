import { age } from '../src/metrics/age.ts';
import { referenceOf } from '../src/store/reading.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow } from '../src/store/tables.ts';
import { builder } from './builder.ts';
import { Entity } from './entity.ts';
import { SourceFilter } from './entityFilters.ts';
import { entityEntries } from './entityType.ts';
import { FigureRef, figureIn } from './figure.ts';
import { Node } from './node.ts';
import { detailOf } from './period.ts';

export const Source = builder.objectRef<Seen<EntityRow>>('Source');

export const SourceConnection = entityEntries(
  Source,
  { type: 'Source', one: 'source', many: 'sources', noun: 'source', nouns: 'sources', example: 'article-winbuzzer' },
  () => SourceFilter,
);

builder.objectType(Source, {
  description: 'A publication, filing or dataset that claims come from. Its name is its title.',
  interfaces: () => [Node, Entity],
  fields: (t) => ({
    publisher: t.string({
      nullable: true,
      description: 'Who published it; null where unknown.',
      resolve: (source) => detailOf(source).publisher ?? null,
    }),
    url: t.string({
      nullable: true,
      description: 'Its address; null where it has none.',
      resolve: (source) => detailOf(source).url ?? null,
    }),
    published: t.field({
      type: 'Date',
      nullable: true,
      description: 'The day it was published; null where it bears no date.',
      resolve: (source) => detailOf(source).published ?? null,
    }),
    age: t.field({
      type: FigureRef,
      nullable: true,
      description:
        'Time from its publication to the last day that the revision looked at, in days, the same through every lens; null without a date.',
      resolve: (source) => {
        const { published } = detailOf(source);
        return figureIn(source.view, published === undefined ? null : age(published, source.view.horizon));
      },
    }),
    fetched: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it was last read; null where it was never read directly.',
      resolve: (source) => detailOf(source).fetched ?? null,
    }),
    licence: t.string({
      nullable: true,
      description: 'The licence of its content, as an SPDX identifier or in words; null where none is stated.',
      resolve: (source) => detailOf(source).licence ?? null,
    }),
    basedOn: t.field({
      type: Source,
      nullable: true,
      description: 'The source that it reports from; null where it is the first.',
      resolve: (source) => referenceOf(source, 'basedOn'),
    }),
  }),
});
