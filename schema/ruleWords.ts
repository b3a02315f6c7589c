import {
  exporterRoles,
  exportOutcomes,
  licencePolicies,
  type RuleQuantity,
  readings,
  ruleOperators,
  ruleQuantities,
} from '../src/controls/vocabulary.ts';
import { builder } from './builder.ts';
import { enumOf } from './enumOf.ts';

export const ExportOutcomeEnum = enumOf('ExportOutcome', 'What follows for a shipment, mildest first.', exportOutcomes);

export const LicencePolicyEnum = enumOf(
  'LicencePolicy',
  'How licence applications are reviewed, mildest first.',
  licencePolicies,
);

const quantities = Object.fromEntries(
  Object.entries(ruleQuantities).map(([name, { means }]) => [name, means]),
  // Each of them is named once.
) as Readonly<Record<RuleQuantity, string>>;

export const RuleQuantityEnum = enumOf('RuleQuantity', 'What conditions of rules look at.', quantities);

const operators = Object.fromEntries(Object.entries(ruleOperators).map(([name, { means }]) => [name, means]));

export const RuleOperatorEnum = enumOf('RuleOperator', 'How a condition compares.', {
  ...(operators as Readonly<Record<keyof typeof ruleOperators, string>>),
  'none-of': 'None of a list.',
});

export const ReadingEnum = enumOf('Reading', 'Which version of the rules is meant.', readings);

export const ExporterRoleEnum = builder.enumType('ExporterRole', {
  description:
    'Who exports. Most rules bind whoever it is; some bind only those who make or package a chip for others.',
  values: {
    DESIGNER: { value: 'designer', description: exporterRoles.designer },
    FOUNDRY: { value: 'front-end-fabricator', description: exporterRoles['front-end-fabricator'] },
    OSAT: { value: 'osat', description: exporterRoles.osat },
  } as const,
});
