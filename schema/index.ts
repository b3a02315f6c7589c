import { builder } from './builder.ts';
import './query.ts';
import './scalars.ts';
import './node.ts';
import './entity.ts';
import './lens.ts';
import './changes.ts';
import './revision.ts';
import './figure.ts';
import './claim.ts';
import './link.ts';
import './entityTypes.ts';
import './comparison.ts';
import './neighbourhood.ts';
import './paths.ts';
import './commonLinks.ts';
import './dependents.ts';
import './generations.ts';
import './search.ts';
import './exportStatusChanges.ts';
import './controlEffects.ts';

/** The public interface, printed in schema.graphql. It is not sorted, because the order of enums has a meaning. */
export const schema = builder.toSchema({ sortSchema: false });
