import { referenceOf } from '../src/store/reading.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow } from '../src/store/tables.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';
import type { Affected, ControlOnDay } from './affects.ts';
import { buyerNamed } from './buyer.ts';
import type { Chip } from './chip.ts';
import { askingClauses, reachedCountries } from './controlReach.ts';
import { chipsBefore, wayOf } from './exportStatusChanges.ts';
import { ExportStatusShape } from './exportStatusOf.ts';
import { type LinkedTo, linksOn } from './linksOn.ts';
import type { PathShape } from './path.ts';
import { isCaught } from './restricts.ts';

interface CaughtChip {
  readonly chip: Chip;
  readonly processor: Seen<EntityRow>;
  /** From the control where a source says that it restricts the processor, else from the processor. */
  readonly path: PathShape;
}

/** The makers of the processors that a control catches for a country, whoever buys. */
export function makersOfCaught(asked: ControlOnDay): Read<readonly Affected[]> {
  return whenRead(caughtChips(asked), (caught) => {
    const makers = caught.map(({ processor, path }) =>
      whenRead(linksOn(processor, 'to', ['makes'], asked.day), (made) => made.map((one) => affected(path, one))),
    );
    return whenRead(whenAllRead(makers), (found) => found.flat());
  });
}

/** The companies that buy processors which the control catches for them where they are at home. */
export function buyersOfCaught(asked: ControlOnDay): Read<readonly Affected[]> {
  const { control, day } = asked;
  return whenRead(chipsBefore(control.view, null, null), (chips) => {
    const buyers = chips.map((chip): Read<readonly Affected[]> => {
      const { processor } = chip;
      if (processor === null) return [];
      return whenRead(linksOn(processor, 'to', ['buys'], day), (bought) => {
        const companies = bought.filter(({ other }) => other.row.type === 'Company');
        const theirs = companies.map((one) => whenRead(isKeptFrom(asked, chip, one.other), (is) => (is ? [one] : [])));
        return whenRead(whenAllRead(theirs), (kept) =>
          whenRead(pathTo(asked, processor), (path) => kept.flat().map((one) => affected(path, one))),
        );
      });
    });
    return whenRead(whenAllRead(buyers), (found) => found.flat());
  });
}

function isKeptFrom({ inPlace, control, day }: ControlOnDay, chip: Chip, company: Seen<EntityRow>): Read<boolean> {
  return whenRead(referenceOf(company, 'home'), (home) => {
    if (home === null) return false;
    return whenRead(buyerNamed(company, inPlace), (buyer) => {
      const way = { ...wayOf(inPlace, home.row, 'practice'), buyer };
      return isCaught(new ExportStatusShape(control.view, chip, way, day), control.row.slug) === true;
    });
  });
}

function caughtChips(asked: ControlOnDay): Read<readonly CaughtChip[]> {
  const { control, inPlace, day } = asked;
  const { slug } = control.row;
  const clauses = askingClauses(inPlace, slug);
  const ways = reachedCountries(inPlace, clauses, day).map((place) => wayOf(inPlace, place, 'practice'));
  return whenRead(chipsBefore(control.view, null, null), (chips) => {
    const caught = chips.filter((chip) =>
      ways.some((way) => isCaught(new ExportStatusShape(control.view, chip, way, day), slug) === true),
    );
    const found = caught.map((chip) => {
      const { processor } = chip;
      return processor === null ? [] : whenRead(pathTo(asked, processor), (path) => [{ chip, processor, path }]);
    });
    return whenRead(whenAllRead(found), (all) => all.flat());
  });
}

/** What is caught is worked out, and no link; where a source says so too, the chain starts from the control. */
function pathTo({ control, day }: ControlOnDay, processor: Seen<EntityRow>): Read<PathShape> {
  return whenRead(linksOn(processor, 'to', ['restricts'], day), (links) => {
    const said = links.find(({ other }) => other.row.key === control.row.key);
    if (said === undefined) return { entities: [processor], links: [] };
    return { entities: [control, processor], links: [said.link] };
  });
}

function affected({ entities, links }: PathShape, { link, other }: LinkedTo): Affected {
  return { company: other, path: { entities: [...entities, other], links: [...links, link] } };
}
