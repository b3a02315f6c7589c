import { parse } from 'yaml';

/**
 * Where a YAML text breaks a JSON Schema of draft 7, as paths. It knows the keywords that our schemas use and throws on
 * others, so that none is passed over.
 */
export function schemaErrors(schemaText: string, yaml: string): readonly string[] {
  const root = JSON.parse(schemaText) as Schema;
  // Like the YAML server of editors: the types of YAML 1.2, unlike the compiler, which keeps what is written.
  return errorsAt(parse(yaml, { schema: 'core' }), root, '', root);
}

interface Schema {
  readonly [keyword: string]: unknown;
  readonly definitions?: Readonly<Record<string, Schema>>;
}

function errorsAt(value: unknown, schema: Schema, path: string, root: Schema): readonly string[] {
  const below = (inner: unknown, innerSchema: unknown, step: string | number) =>
    errorsAt(inner, innerSchema as Schema, `${path}/${step}`, root);
  const here = (isRight: boolean) => (isRight ? [] : [path]);
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
  return Object.entries(schema).flatMap(([keyword, wanted]): readonly string[] => {
    switch (keyword) {
      case '$ref':
        return errorsAt(value, root.definitions?.[String(wanted).replace('#/definitions/', '')] ?? {}, path, root);
      case 'type':
        return here([wanted].flat().includes(typeOf(value)));
      case 'enum':
        return here((wanted as readonly unknown[]).includes(value));
      case 'pattern':
        return here(typeof value !== 'string' || new RegExp(String(wanted), 'u').test(value));
      case 'minItems':
        return here(!Array.isArray(value) || value.length >= Number(wanted));
      case 'items':
        return Array.isArray(value) ? value.flatMap((item, index) => below(item, wanted, index)) : [];
      case 'properties':
        return isMap
          ? Object.entries(wanted as Schema).flatMap(([key, inner]) =>
              key in value ? below(Reflect.get(value, key), inner, key) : [],
            )
          : [];
      case 'required':
        return isMap
          ? (wanted as readonly string[]).filter((key) => !(key in value)).map((key) => `${path}/${key}`)
          : [];
      case 'additionalProperties': {
        const others = isMap ? Object.keys(value).filter((key) => !Object.hasOwn(Object(schema.properties), key)) : [];
        return others.flatMap((key) =>
          wanted === false ? [`${path}/${key}`] : below(Reflect.get(Object(value), key), wanted, key),
        );
      }
      case 'propertyNames':
        return isMap ? Object.keys(value).flatMap((key) => below(key, wanted, key)) : [];
      case 'allOf':
        return (wanted as readonly Schema[]).flatMap((inner) => errorsAt(value, inner, path, root));
      case 'anyOf': {
        const errors = (wanted as readonly Schema[]).map((inner) => errorsAt(value, inner, path, root));
        return errors.some((each) => each.length === 0) ? [] : errors.flat();
      }
      case '$schema':
      case 'definitions':
      case 'description':
        return [];
      default:
        throw new Error(`the keyword ${keyword} is not known here`);
    }
  });
}

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  if (value === null) return 'null';
  return typeof value;
}
