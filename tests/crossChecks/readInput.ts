import { concentrationOfMarket } from '../../schema/concentrationOf.ts';
import type { Context } from '../../schema/context.ts';
import { definitionArgument } from '../../schema/definitions.ts';
import { figureOf } from '../../schema/figureOf.ts';
import { lensArgument } from '../../schema/lens.ts';
import { linkFigure } from '../../schema/linkFigure.ts';
import { periodArgument } from '../../schema/period.ts';
import { meanRateOf } from '../../src/metrics/meanRateOf.ts';
import { supposed } from '../../src/metrics/supposed.ts';
import { definitionsOf } from '../../src/quantity/door.ts';
import type { Figure } from '../../src/quantity/figure.ts';
import { currencyPair } from '../../src/quantity/unit.ts';
import { chooseFact } from '../../src/store/chooseFact.ts';
import { claimedFigure } from '../../src/store/claimedFigure.ts';
import { claimsAtDoor } from '../../src/store/reading.ts';
import type { Seen } from '../../src/store/seen.ts';
import { type EntityRow, entityTypes, type LinkRow } from '../../src/store/tables.ts';
import type { View } from '../../src/store/view.ts';
import { period } from '../metrics/given.ts';
import { quantity } from '../quantity/given.ts';
import type { Input, Named } from './rows.ts';

/** The figure that an operand of a row stands for, as the product answers it. Throws where there is none. */
export async function readInput(context: Context, input: Input): Promise<Figure> {
  const figure = await figureOfInput(context, input);
  if (figure === null) throw new Error(`nothing that counts is claimed: ${JSON.stringify(input)}`);
  return figure;
}

/** The entity of a global id. Throws where there is none. */
export async function entityOf(view: View, id: string): Promise<Seen<EntityRow>> {
  const [type, name = ''] = id.split(':');
  const known = entityTypes.find((one) => one === type);
  const [entity] = known === undefined ? [] : await view.named(known, name);
  if (entity?.row.slug !== name) throw new Error(`there is no ${id}`);
  return entity;
}

/** The link of a global id. Throws where there is none. */
export async function linkOf(view: View, id: string): Promise<Seen<LinkRow>> {
  const link = await view.link(id.replace(/^Link:/, ''));
  if (link === null) throw new Error(`there is no ${id}`);
  return link;
}

async function figureOfInput(context: Context, input: Input): Promise<Figure | null> {
  if (typeof input === 'string') return supposed(quantity(input));
  if ('stated' in input) return supposed(quantity(input.stated));
  if ('rate' in input) return rateOf(context.view(), input.rate, input.period);
  const { sources = null } = input;
  const view = await lensArgument(context, { sources }, context.view(), 'sources');
  if (input.of.startsWith('Link:')) return figureOfLink(view, input);
  const entity = await entityOf(view, input.of);
  if (input.company === undefined) return figureOf(entity, input);
  return input.property === 'market-share' ? shareOfMarket(entity, input) : qualifiedFigure(entity, input);
}

/** Yuan, or another currency, for a dollar. */
async function rateOf(view: View, unit: string, label: string): Promise<Figure | null> {
  const pair = currencyPair(unit);
  if (pair?.per !== 'USD') throw new Error(`${unit} is no rate for a dollar`);
  return meanRateOf(await view.revision.rates(), pair.of, period(label), view.lens.knownOn);
}

async function figureOfLink(view: View, { of, property }: Named): Promise<Figure | null> {
  if (property !== 'equity-share' && property !== 'units') throw new Error(`links have no ${property}`);
  return linkFigure(await linkOf(view, of), property);
}

async function shareOfMarket(market: Seen<EntityRow>, asked: Named): Promise<Figure | null> {
  const found = await concentrationOfMarket(market, asked);
  return found?.shares.find(({ holder }) => 'row' in holder && holder.row.slug === asked.company)?.share ?? null;
}

/** Of what a market holds of a company, and of which part of it. */
async function qualifiedFigure(market: Seen<EntityRow>, asked: Named): Promise<Figure | null> {
  const { property, company, scope } = asked;
  const claims = await claimsAtDoor(market, property);
  const wanted = JSON.stringify({ company: `Company:${company}`, ...(scope !== undefined && { scope }) });
  const fact = chooseFact(
    market.view,
    claims.filter(({ qualifiersJson }) => qualifiersJson === wanted),
    {
      property,
      period: asked.period === undefined ? 'latest' : periodArgument(asked.period, market, 'period'),
      definition: definitionArgument(property, asked.definition),
      definitions: definitionsOf(property),
      has: (claim) => claim.quantity !== null,
    },
  );
  return fact && claimedFigure(fact);
}
