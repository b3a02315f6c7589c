import { Decimal } from './decimal.ts';
import type { Quantity } from './quantity.ts';

/** What a quantity is ordered by: its value, else the middle of its bounds, else the one bound; null where it is unknown. */
export function sortValue({ value, low, high }: Pick<Quantity, 'value' | 'low' | 'high'>): Decimal | null {
  if (value !== null) return value;
  return low !== null && high !== null ? Decimal.add(low, high).div(2) : (low ?? high);
}
