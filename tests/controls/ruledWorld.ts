import { type BuyerShape, buyerArgument } from '../../schema/buyer.ts';
import { type Context, createContext } from '../../schema/context.ts';
import { itemOf } from '../../schema/itemOf.ts';
import { type RulesInPlace, rulesOf } from '../../schema/rulesOf.ts';
import type { Buyer, Item, Location } from '../../src/controls/question.ts';
import type { Rules } from '../../src/controls/rules.ts';
import type { Published } from '../publishedData.ts';

/** The rules, places, firms and processors of data/, without a server between. */
export class RuledWorld {
  readonly #context: Context;
  readonly #inPlace: RulesInPlace;

  private constructor(context: Context, inPlace: RulesInPlace) {
    this.#context = context;
    this.#inPlace = inPlace;
  }

  static async open(published: Published): Promise<RuledWorld> {
    const context = createContext(await published.open());
    return new RuledWorld(context, await rulesOf(context.revision));
  }

  get rules(): Rules {
    return this.#inPlace.rules;
  }

  /** A place and what it belongs to over time. */
  location(slug: string): Location {
    return this.#inPlace.locationOf(slug);
  }

  /** What the rules may know of a processor. */
  async item(slug: string): Promise<Item> {
    const [processor] = await this.#context.view().named('Processor', slug);
    if (processor === undefined) throw new Error(`there is no processor ${slug}`);
    return itemOf(processor);
  }

  /** A buyer as a client names or supposes it. */
  async buyer(shape: BuyerShape): Promise<Buyer | null> {
    return buyerArgument(this.#context, this.#context.view(), shape, this.#inPlace);
  }
}
