export { createTemplateEngine } from './engine.ts';
export type { Rendering, Scope, TemplateEngine, TemplateLimits } from './rendering.ts';
export type { Budget } from './budget.ts';
export { compileMapping, type CompiledMapping, type MappedLead } from './mapping.ts';
export { compileRequest, type RenderedRequest, type RequestTemplates } from './request.ts';
export { stepScope } from './scope.ts';
export { compileStep, type CompiledStep, type RenderedStep } from './step.ts';
export { checkTask, compileTask, type CompiledTask } from './task.ts';
