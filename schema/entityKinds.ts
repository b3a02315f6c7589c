import type { EntityType } from '../src/store/tables.ts';
import { companies } from './company.ts';
import type { EntityKind } from './entityKind.ts';
import { exportControls } from './exportControl.ts';
import { groups } from './group.ts';
import { investments } from './investment.ts';
import { markets } from './market.ts';
import { once } from './once.ts';
import { people } from './person.ts';
import { places } from './place.ts';
import { processors } from './processor.ts';
import { products } from './product.ts';
import { shipments } from './shipment.ts';
import { sources } from './source.ts';

/** The kinds of entity, in the order in which the interface names them. */
export const entityKinds = once(
  (): Readonly<Record<EntityType, EntityKind>> => ({
    Company: companies,
    Group: groups,
    Person: people,
    Processor: processors,
    ExportControl: exportControls,
    Market: markets,
    Investment: investments,
    Shipment: shipments,
    Product: products,
    Place: places,
    Source: sources,
  }),
);
