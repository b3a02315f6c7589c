// What sources say of a status otherwise than the rules here have it, in plain words.

/** What a source says of a clause, beside the policy that its rule has. */
export function policyContradicts(
  control: string,
  clause: string | null,
  {
    said,
    sources,
    policy,
  }: { readonly said: string; readonly sources: readonly string[]; readonly policy: string | null },
): string {
  const where = clause === null ? '' : `, clause ${clause}`;
  const rule =
    policy === null ? 'the rule here has another outcome' : `the rule here has ${policy.replaceAll('-', ' ')}`;
  return `${control}${where}: ${rule}, but “${said}” (${sources.join(', ')}).`;
}

/** A link that says that a control keeps a processor from a place, or lets it pass, where the rules give the contrary. */
export function linkContradicts(status: {
  readonly control: string;
  readonly kind: 'restricts' | 'permits';
  readonly processor: string;
  readonly place: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly outcome: string;
  readonly policy: string | null;
  readonly sources: readonly string[];
}): string {
  const { control, kind, processor, place, from, to, outcome, policy, sources } = status;
  const days = [...(from === null ? [] : [`from ${from}`]), ...(to === null ? [] : [`to ${to}`])].join(' ');
  const found = [outcome, ...(policy === null ? [] : [policy])].map((word) => word.replaceAll('-', ' ')).join(', ');
  return `${control} ${kind} ${processor} to ${place} (${sources.join(', ')}), but by the rules its status ${days} is ${found}.`;
}
