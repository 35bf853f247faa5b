import { CaptureTag, type Context } from 'liquidjs';
import { allowanceOf } from '../allowance.ts';
import { emitterFor } from '../context.ts';

/** `capture`, with its text bounded and counted as it grows. */
export class BoundedCapture extends CaptureTag {
  override *render(context: Context): Generator<unknown, void, string> {
    const allowance = allowanceOf(context);
    const emitter = emitterFor(context, allowance);
    yield this.liquid.renderer.renderTemplates(this.templates, context, emitter);
    allowance.use(emitter.buffer.length);
    context.bottom()[this.variable] = emitter.buffer;
  }
}
