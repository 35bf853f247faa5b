export { bodyDigest } from './body-digest.ts';
export { decodeJson } from './decode/json.ts';
export { decodeRequest, type IntakeRequest } from './decode/request.ts';
export { compileIntake, type Intake, type LeadMapping } from './intake.ts';
export type { JsonObject, JsonValue } from './json-value.ts';
export { isPhoneCountry } from './normalise/phone.ts';
export type { LeadResult, MappedLead } from './result.ts';
