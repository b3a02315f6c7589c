import { age } from '../src/metrics/age.ts';
import { DateFilter, type DateShape, dateWhere } from './dateFilter.ts';
import { mayBeMissing, reference } from './entityFields.ts';
import { type EntityKind, entityKind } from './entityKind.ts';
import { FigureRef, figureIn } from './figure.ts';
import { detailOf } from './period.ts';
import { TextFilter, type TextShape, textWhere } from './textFilter.ts';

export const sources: EntityKind = entityKind(
  {
    type: 'Source',
    description: 'A publication, filing or dataset that claims come from. Its name is its title.',
    one: 'source',
    many: 'sources',
    noun: 'source',
    nouns: 'sources',
    example: 'article-winbuzzer',
  },
  () => [
    {
      fields: (t) => ({
        publisher: t.string({
          nullable: true,
          description: 'Who published it; null where unknown.',
          resolve: (source) => detailOf(source).publisher ?? null,
        }),
      }),
      conditions: {
        publisher: {
          type: TextFilter,
          description: 'Who published it.',
          where: (publisher: TextShape) => ({ publisher: textWhere(publisher) }),
        },
      },
    },
    {
      fields: (t) => ({
        url: t.string({
          nullable: true,
          description: 'Its address; null where it has none.',
          resolve: (source) => detailOf(source).url ?? null,
        }),
      }),
    },
    {
      fields: (t) => ({
        published: t.field({
          type: 'Date',
          nullable: true,
          description: 'The day it was published; null where it bears no date.',
          resolve: (source) => detailOf(source).published ?? null,
        }),
      }),
      conditions: {
        published: {
          type: DateFilter,
          description: 'The day it was published.',
          where: (published: DateShape) => ({ published: dateWhere(published) }),
        },
      },
      order: { date: 'publishedDay' },
    },
    {
      fields: (t) => ({
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
      }),
    },
    mayBeMissing,
    reference('basedOn', sources, 'The source that it reports from', 'null where it is the first'),
  ],
);

export const { ref: Source, connection: SourceConnection, filter: SourceFilter } = sources;
