import { builder } from './builder.ts';
import './query.ts';
import './scalars.ts';
import './node.ts';
import './entity.ts';
import './lens.ts';
import './revision.ts';
import './figure.ts';
import './claim.ts';
import './link.ts';
import './company.ts';
import './group.ts';
import './person.ts';
import './processor.ts';
import './exportControl.ts';
import './market.ts';
import './investment.ts';
import './shipment.ts';
import './product.ts';
import './place.ts';
import './source.ts';
import './comparison.ts';
import './neighbourhood.ts';
import './generations.ts';
import './exportStatusChanges.ts';
import './controlEffects.ts';

/** The public interface, printed in schema.graphql. It is not sorted, because the order of enums has a meaning. */
export const schema = builder.toSchema({ sortSchema: false });
