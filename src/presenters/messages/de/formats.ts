// Formats whose words are no texts of the catalogue yet.
import { german } from "../catalogue.ts";
import { calledCluster, sayAddressSource, sayCalled, sayComponent, sayWho } from "./called.ts";
import { sayChange } from "./changes.ts";
import { sayClash } from "./evidence.ts";
import { sayOperation, sayThing } from "./findings/common.ts";
import { whyRefused } from "./refused-by-azure.ts";
import { sayStep } from "./steps.ts";
import { sayStop } from "./stops.ts";
import { sayOneOf, sayResource, saySubject } from "./subjects.ts";
import { sayUnread } from "./unread.ts";

german.add({
  addressSource: sayAddressSource,
  called: sayCalled,
  calledCluster,
  change: sayChange,
  clash: sayClash,
  component: sayComponent,
  oneOf: sayOneOf,
  operation: sayOperation,
  resource: sayResource,
  step: sayStep,
  stop: sayStop,
  subject: saySubject,
  thing: sayThing,
  unread: sayUnread,
  who: sayWho,
  whyRefused,
});
