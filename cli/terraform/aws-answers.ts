import { type Forms, generalForms, idForms } from "../../facts/id-forms";

/** What is filled into a form of facts/id-forms.ts. */
export interface FormValues {
  readonly region: string;
  readonly account: string;
  readonly name: string;
  /** Hexadecimal digits, 64 at least, which are others for each resource. */
  readonly digits: string;
}

/** The value that AWS might give to an attribute of a resource type; none where no form is known. */
export function awsAnswer(type: string, attribute: string, values: FormValues): string | undefined {
  const forms = idForms[type] ?? { id: "{hex}" };
  const form = forms[attribute] ?? generalForms.find(([names]) => names.test(attribute))?.[1];
  return form === undefined ? undefined : filled(form, forms, values);
}

/** The resource type that a text names, such as a cross-stack output's name; the longest, as some begin others. */
export function typeNamedIn(text: string): string | undefined {
  return Object.keys(idForms)
    .filter((type) => text.includes(type))
    .toSorted((a, b) => b.length - a.length)[0];
}

/** The attribute of a type whose name a text ends with. */
export function attributeNamedIn(text: string, type: string): string | undefined {
  return Object.keys(idForms[type] ?? { id: "", arn: "" })
    .filter((attribute) => text.endsWith(attribute))
    .toSorted((a, b) => b.length - a.length)[0];
}

function filled(form: string, forms: Forms, values: FormValues): string {
  return form.replaceAll(/\{(\w+)\}/g, (_, part: string) => {
    const own = part === "id" || part === "arn" ? forms[part] : undefined;
    return own === undefined ? partOf(part, values) : filled(own, forms, values);
  });
}

function partOf(part: string, { digits, ...named }: FormValues): string {
  const d = (from: number, to: number): string => digits.slice(from, to);
  switch (part) {
    case "hex":
      return d(0, 17);
    case "uuid":
      return [d(0, 8), d(8, 12), d(12, 16), d(16, 20), d(20, 32)].join("-");
    case "upper":
      return d(0, 20).toUpperCase();
    case "letters":
      return d(0, 26).replaceAll(/\d/g, (digit) => "ghijklmnop"[Number(digit)] ?? "");
    case "region":
    case "account":
    case "name":
      return named[part];
    default:
      return d(0, Number(/^hex(\d+)$/.exec(part)?.[1] ?? 17));
  }
}
