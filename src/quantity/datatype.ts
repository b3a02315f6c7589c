/**
 * How many bits a number has, by the definition under which a performance is claimed: `fp16` and `fp16/vector` have 16.
 *
 * Null for what the export rules leave open and total processing performance leaves out: `tf32`, which has 19 significant
 * bits in words of 32, and `tf32-plus`, the 24-bit format of one maker; null too for what is no datatype.
 */
export function bitLengthOf(definition: string): number | null {
  const [datatype = ''] = definition.split('/');
  return bits[datatype] ?? null;
}

const bits: Readonly<Record<string, number>> = {
  fp64: 64,
  fp32: 32,
  fp16: 16,
  bf16: 16,
  int16: 16,
  fp8: 8,
  int8: 8,
  fp6: 6,
  fp4: 4,
  int4: 4,
};
