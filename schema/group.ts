import { whenRead } from '../src/store/whenRead.ts';
import { Company, companies } from './company.ts';
import { linked } from './conditions.ts';
import { figures, growth } from './entityFields.ts';
import { type EntityKind, entityKind } from './entityKind.ts';
import { entryPoint } from './entryPoints.ts';
import { adHocGroup } from './groupOf.ts';
import { membersOf } from './members.ts';
import { detailOf } from './period.ts';
import { Property } from './property.ts';
import { TotalRef } from './total.ts';
import { totalOf } from './totalOf.ts';

export const groups: EntityKind = entityKind(
  {
    type: 'Group',
    description: 'A named set of companies that sources speak of as one, or a set put together by a question.',
    one: 'group',
    many: 'groups',
    noun: 'group',
    nouns: 'groups',
    example: 'alibaba-tencent-baidu',
  },
  () => [
    {
      fields: (t) => ({
        members: t.field({
          type: [Company],
          description: 'Its members on the day of the lens, at most 100.',
          resolve: (group) => whenRead(membersOf(group), (members) => members.slice(0, 100)),
        }),
      }),
      conditions: {
        member: linked('member-of', 'to', companies.filter, 'One of its members on the day of the lens.'),
      },
    },
    {
      fields: (t) => ({
        closed: t.boolean({
          description:
            'Whether the members are all of it. An open set, such as "Chinese tech firms", has members that no source names.',
          resolve: (group) => detailOf(group).closed !== false,
        }),
      }),
    },
    figures('Group'),
    growth,
    {
      fields: (t) => ({
        total: t.field({
          type: TotalRef,
          nullable: true,
          description:
            'What is stated for the group beside the sum of its members. A parent and its subsidiary are never both counted.',
          args: {
            property: t.arg({ type: Property, required: true, description: 'What to add up.' }),
            period: t.arg({ type: 'PeriodLabel', required: true, description: 'The period.' }),
            definition: t.arg.string({ description: 'The definition; left out, the first that has claims.' }),
            unit: t.arg.string({
              description: "The unit or currency of the answer; required where the members' differ.",
            }),
            includeImplied: t.arg.boolean({
              defaultValue: false,
              description: 'Count a member without an amount by the base that its reported growth implies.',
            }),
          },
          resolve: (group, asked) =>
            whenRead(totalOf(group, asked), (total) => ({ view: group.view, whole: group, total })),
        }),
      }),
    },
  ],
);

export const { ref: Group } = groups;

entryPoint('groupOf', (t) =>
  t.field({
    type: Group,
    nullable: true,
    description:
      'A group put together from these companies, to add up and compare like any other. It is closed, and its id names the companies in order: `Group:alibaba+tencent`. Null with an error where one of them is not there.',
    args: { companies: t.arg.idList({ required: true, description: 'Ids or slugs of companies, 1 to 100.' }) },
    resolve: (view, { companies }, context) => adHocGroup(context, view, companies, 'companies'),
  }),
);
