import { addDelayedJob, addPrioritizedJob, addStandardJob } from 'bullmq/dist/cjs/scripts/index.js';
import { fairShareScript } from './fair-share-script.ts';

/** The keys of a queue in the order in which `addJobScript` takes them, by BullMQ's names and our own. */
export const queueKeyNames = [
  'wait',
  'paused',
  'meta',
  'id',
  'completed',
  'delayed',
  'active',
  'events',
  'marker',
  'prioritized',
  'pc',
  'unfinished',
  'turns',
] as const;

/**
 * Lua: `openQueue` and `addJob`. BullMQ's own scripts add the jobs, each as a function of KEYS and
 * ARGV, so that what a job looks like in Redis stays its affair. They unpack two of their arguments;
 * here these come as tables, and unpacking gives them as they are.
 */
export const addJobScript = `
local cmsgpack = { unpack = function(value) return value end }
local function addStandardJob(KEYS, ARGV)
${addStandardJob.content}
end
local function addDelayedJob(KEYS, ARGV)
${addDelayedJob.content}
end
local function addPrioritizedJob(KEYS, ARGV)
${addPrioritizedJob.content}
end
${fairShareScript}
-- key: reads the n-th of the queue's keys. prefix: what the ids of its jobs follow. options: those of all its jobs.
local function openQueue(key, prefix, name, options, eventsKept)
  local wait, paused, meta, id, completed, delayed, active = key(1), key(2), key(3), key(4), key(5), key(6), key(7)
  local events, marker, prioritized, counter = key(8), key(9), key(10), key(11)
  redis.call('HSETNX', meta, 'opts.maxLenEvents', eventsKept)
  return {
    prefix = prefix,
    name = name,
    options = cjson.decode(options),
    standard = { wait, paused, meta, id, completed, delayed, active, events, marker },
    delayed = { marker, meta, id, delayed, completed, events },
    prioritized = { marker, meta, id, prioritized, delayed, completed, active, events, counter },
    share = openShare(key(12), key(13), wait, active, prioritized, delayed),
  }
end
-- Adds a job, unless there is one of its id. now and delay are in milliseconds.
local function addJob(queue, id, data, delay, task, now)
  if redis.call('EXISTS', queue.prefix .. id) == 1 then return end
  local priority = takeTurn(queue.share, task, delay > 0)
  local options = queue.options
  options.jobId = id
  options.delay = delay > 0 and delay or nil
  options.priority = priority > 0 and priority or nil
  local arguments = { { queue.prefix, id, queue.name, now }, data, options }
  if delay > 0 then
    addDelayedJob(queue.delayed, arguments)
  elseif priority > 0 then
    addPrioritizedJob(queue.prioritized, arguments)
  else
    addStandardJob(queue.standard, arguments)
  end
end
`;
