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

/** Most values that one push takes; Lua's stack bounds them. */
const PUSHED_AT_ONCE = 1_000;

/**
 * Lua: `openQueue`, `addJob` and `closeQueue`. BullMQ's own scripts add the jobs, each as a function of
 * KEYS and ARGV, so that what a job looks like in Redis stays its affair. They unpack two of their
 * arguments; here these come as tables, and unpacking gives them as they are.
 *
 * What they ask about a queue is the same for all jobs of a group, and asked once; what they push and mark
 * is pushed and marked together when the queue is closed. Their events of jobs that come are left out, since
 * nothing here reads them. All of that is two thirds of their commands.
 */
export const addJobScript = `
local call = redis.call
local current
local function callForGroup(command, key, ...)
  local queue = current
  if command == 'XADD' then return false end
  -- addJob has asked.
  if command == 'EXISTS' then return 0 end
  if command == 'LPUSH' then
    queue.pushed[#queue.pushed + 1] = ...
    return #queue.pushed
  end
  if key == queue.meta then
    if command == 'HGET' then return queue.eventsKept end
    queue.attributes = queue.attributes or call(command, key, ...)
    return queue.attributes
  end
  if key == queue.id then
    queue.numbered = queue.numbered + 1
    return queue.numbered
  end
  if key == queue.marker and (...) == 0 then
    queue.isMarked = true
    return 0
  end
  return call(command, key, ...)
end
local addStandardJob, addDelayedJob, addPrioritizedJob
do
  local redis = { call = callForGroup }
  local cmsgpack = { unpack = function(value) return value end }
  addStandardJob = function(KEYS, ARGV)
${addStandardJob.content}
  end
  addDelayedJob = function(KEYS, ARGV)
${addDelayedJob.content}
  end
  addPrioritizedJob = function(KEYS, ARGV)
${addPrioritizedJob.content}
  end
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
    eventsKept = eventsKept,
    wait = wait, meta = meta, id = id, marker = marker,
    pushed = {}, numbered = 0, isMarked = false,
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
  current = queue
  if delay > 0 then
    addDelayedJob(queue.delayed, arguments)
  elseif priority > 0 then
    addPrioritizedJob(queue.prioritized, arguments)
  else
    addStandardJob(queue.standard, arguments)
  end
end
local function closeQueue(queue)
  for at = 1, #queue.pushed, ${PUSHED_AT_ONCE} do
    local last = math.min(at + ${PUSHED_AT_ONCE} - 1, #queue.pushed)
    redis.call('LPUSH', queue.wait, unpack(queue.pushed, at, last))
  end
  if queue.numbered > 0 then redis.call('INCRBY', queue.id, queue.numbered) end
  if queue.isMarked then redis.call('ZADD', queue.marker, 0, '0') end
  closeShare(queue.share)
end
`;
