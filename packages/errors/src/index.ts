export { errorCodes, type ErrorCode } from './codes.ts';
export { TaskhookError, toTaskhookError, type ErrorOptions, type FieldError } from './taskhook-error.ts';
