// A language as the product speaks it: its texts, and what code says by them. A value in a sentence is inserted as it is;
// escaping belongs to the card.

import { type Format, readCatalogue } from "./catalogue/read-catalogue.ts";
import { plainFormats, styleOf } from "./catalogue/style.ts";
import type { Catalogue } from "./catalogue/texts.ts";
import { composedFormats, speechOf } from "./speech/speech.ts";

/** `docsUrl`: where whoever runs the product has put its documents; empty where nobody said. */
const spoken = (texts: Catalogue, speech: ReturnType<typeof speechOf>) => ({
  docsUrl: "",
  ...speech,
  ...texts.states,
  ...texts.everyCard,
  ...texts.help,
  ...texts.clusters,
  ...texts.runs,
  waiting: texts.waiting,
  diagnosis: texts.diagnosis,
  clientTest: texts.clientTest,
  fixAsk: texts.fixAsk,
  fixRun: texts.fixRun,
  approval: texts.approval,
  changeObjects: texts.changeObjects,
  changeRisks: texts.changeRisks,
  changeState: texts.changeStates,
  access: texts.ways,
  whyAllowed: texts.allowed,
  cli: texts.cliAnswers,
  ...texts.command,
  tables: texts.tables,
  ...texts.rights,
  ...texts.alerts,
  onCall: texts.onCall,
  incident: texts.incident,
  story: texts.story,
  report: texts.report,
  week: texts.week,
  ...texts.signIn,
  ...texts.operations,
  ...texts.forgetMe,
  file: texts.files.file,
  ...texts.sentFile,
  risks: texts.refusals.risks,
  memberships: texts.denials.memberships,
  sections: texts.sections,
  told: texts.told,
  times: texts.times,
});

/** `folder`: of its texts. `locale`: by which Intl counts and lists. */
export function languageOf(folder: string, locale: string) {
  const style = styleOf(locale);
  const formats = new Map<string, Format>();
  const texts = readCatalogue({ folder, locale, formats, closeUp: style.closeUp });
  const speech = speechOf(texts, style);
  const all: object = { ...plainFormats(style, texts), ...composedFormats(speech) };
  for (const [name, format] of Object.entries(all)) formats.set(name, format);
  return spoken(texts, speech);
}
