/** Names of firms that do not exist, another for each number: they sound like names, and differ as names do. */
export interface FirmName {
  /** `Kavoro` */
  readonly short: string;
  /** `Kavoro Semiconductor` */
  readonly name: string;
  /** The name in lower case with hyphens, and so the id. */
  readonly slug: string;
  /** `明海龙半导体` */
  readonly chinese: string;
}

/** What firms that do something call themselves, in English and Chinese. */
const endings: Readonly<Record<string, readonly (readonly [english: string, chinese: string])[]>> = {
  internet: [
    ['Online', '网络'],
    ['Group', '集团'],
    ['', '科技'],
  ],
  'chip-designer': [
    ['Semiconductor', '半导体'],
    ['Silicon', '硅业'],
    ['Microsystems', '微电子'],
  ],
  cloud: [
    ['Cloud', '云'],
    ['Computing', '计算'],
    ['', '数据'],
  ],
  'model-firm': [
    ['Intelligence', '智能'],
    ['Labs', '实验室'],
    ['AI', '人工智能'],
  ],
  foundry: [
    ['Foundry', '晶圆'],
    ['Fabrication', '制造'],
    ['Technologies', '技术'],
  ],
};

/** Kinds of firms, in the words of data/. */
const generatedKinds = Object.keys(endings);

/** What the firm of a number is. */
export function kindOf(firm: number): string {
  return generatedKinds[firm % generatedKinds.length] ?? '';
}

/** How the firm of a number is called. */
export function firmName(firm: number): FirmName {
  const short = capital(spelled(firm, 161_803, 3, syllables));
  const [english = '', chinese = ''] = endings[kindOf(firm)]?.[Math.floor(firm / generatedKinds.length) % 3] ?? [];
  const name = english === '' ? short : `${short} ${english}`;
  return {
    short,
    name,
    slug: name.toLowerCase().replace(' ', '-'),
    chinese: `${spelled(firm, 48_271, 3, characters)}${chinese}`,
  };
}

/** How the person of a number is called; only the last name is another for each. */
export function personName(person: number): { readonly name: string; readonly slug: string } {
  const first = capital(spelled(person % 400, 1, 2, syllables));
  const last = capital(spelled(person, 92_821, 3, syllables));
  return { name: `${first} ${last}`, slug: `${first}-${last}`.toLowerCase() };
}

const syllables = [...'bdfghklmnprstvz'].flatMap((onset) => [...'aeiou'].map((vowel) => onset + vowel));
const characters = [
  ...'东南西北中华海江河山天云星光明龙凤金银铜铁木水火新创智慧科微芯晶瑞安康泰和平广大远长高飞达通联合信诚',
];

/**
 * Writes a number in so many signs, as in a place-value system of which they are the digits. Multiplied by a factor
 * without a divisor in common with the number of words, neighbours look nothing alike, and still no two are the same.
 */
function spelled(number: number, factor: number, length: number, signs: readonly string[]): string {
  const words = signs.length ** length;
  const [round, place] = [Math.floor(number / words), number % words];
  let rest = (place * factor + 54_321) % words;
  let text = '';
  for (let at = 0; at < length; at++) {
    text = (signs[rest % signs.length] ?? '') + text;
    rest = Math.floor(rest / signs.length);
  }
  // All words are taken: the next round has longer ones.
  return round === 0 ? text : text + spelled(round - 1, 1, 1, signs);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
