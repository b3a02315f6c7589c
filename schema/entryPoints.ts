import type { FieldRef } from '@pothos/core';
import type { View } from '../src/store/view.ts';
import { type BuilderTypes, builder } from './builder.ts';

/** The graph seen through one lens. */
export const ViewRef = builder.objectRef<View>('View');

/** Declares an entry point once, for Query and for View: the same field, through the default lens and through another. */
export function entryPoint(
  name: string,
  define: (
    t: PothosSchemaTypes.RootFieldBuilder<BuilderTypes, View, 'Query' | 'Object'>,
  ) => FieldRef<BuilderTypes, unknown, 'Query' | 'Object'>,
): void {
  builder.queryField(name, (t) => define(t));
  builder.objectField(ViewRef, name, (t) => define(t));
}
