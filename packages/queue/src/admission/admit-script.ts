import { addJobScript, queueKeyNames } from './add-job-script.ts';

/**
 * Lua: takes a group of leads, all of it or nothing.
 *
 * KEYS: run log, counters, then those of each queue.
 * ARGV: the time in milliseconds, the largest run log entry in bytes, the length of event streams; the
 * number of queues and for each the prefix of its jobs, their name and their options (JSON); then the
 * leads, each: run id, the number of its claims and for each key, milliseconds to live and how many of
 * them must be left to a key that stands for another run; what it counts as; its event (JSON); and the
 * number of its queue, 0 for none, else followed by job id, data (JSON), delay in milliseconds and task id.
 *
 * Answers for each lead: '' where it was taken, '=' where it was in already, else the number of the
 * claim that another run has, and that run's id.
 *
 * It reads first, then writes: the run log before anything else, so that what can go wrong goes wrong
 * before there is half a group. The first line makes Redis refuse the script as a whole where it takes
 * no writes or has no memory.
 */
export const admitScript = `#!lua
${addJobScript}
local at = 0
local function take()
  at = at + 1
  return ARGV[at]
end
local now, entryBytes, eventsKept = tonumber(take()), tonumber(take()), take()
local queues = {}
for n = 1, tonumber(take()) do
  local before = 2 + (n - 1) * ${queueKeyNames.length}
  local function key(i) return KEYS[before + i] end
  queues[n] = openQueue(key, take(), take(), take(), eventsKept)
end

-- A claim's record is the run that it stands for and, where that is another one than the run that
-- was refused for it, the latter too: a match counts from then.
local function readClaim(record)
  local space = string.find(record, ' ', 1, true)
  if not space then return record, record end
  return string.sub(record, 1, space - 1), string.sub(record, space + 1)
end
local taken, left = {}, {}
local function stands(claim)
  return claim.leastLeft <= 0 or (left[claim.key] or redis.call('PTTL', claim.key)) >= claim.leastLeft
end
-- Whether the claims let the run in; see the answers.
local function decide(runId, claims)
  for n, claim in ipairs(claims) do
    local record = taken[claim.key] or redis.call('GET', claim.key)
    if record then
      local owner, by = readClaim(record)
      if owner == runId then return '=' end
      if by == runId or stands(claim) then return n .. ' ' .. owner, owner end
    end
  end
  return ''
end

local answers, events, jobs, claimed, counts = {}, {}, {}, {}, {}
local function count(what)
  if what ~= '' then counts[what] = (counts[what] or 0) + 1 end
end
while at < #ARGV do
  local runId, claims = take(), {}
  for n = 1, tonumber(take()) do claims[n] = { key = take(), ttl = tonumber(take()), leastLeft = tonumber(take()) } end
  local answer, owner = decide(runId, claims)
  local counted, event, queue = take(), take(), tonumber(take())
  local job = queue > 0 and { queue = queues[queue], id = take(), data = take(), delay = tonumber(take()), task = take() }
  answers[#answers + 1] = answer
  if answer == '' then
    count(counted)
    if event ~= '' then events[#events + 1] = event end
    if job then jobs[#jobs + 1] = job end
    for _, claim in ipairs(claims) do
      taken[claim.key], left[claim.key] = runId, claim.ttl
      claimed[#claimed + 1] = { claim.key, runId, claim.ttl }
    end
  elseif owner then
    if counted ~= '' then count('duplicate') end
    -- The request stands for the owner's run from now on; the person's other keys stand for nobody.
    local first = claims[1]
    if string.sub(answer, 1, 2) ~= '1 ' then
      taken[first.key], left[first.key] = owner .. ' ' .. runId, first.ttl
      claimed[#claimed + 1] = { first.key, taken[first.key], first.ttl }
    end
  end
end

local entry, bytes = {}, 0
local function log()
  if #entry > 0 then redis.call('XADD', KEYS[1], '*', 'e', '[' .. table.concat(entry, ',') .. ']') end
  entry, bytes = {}, 0
end
for _, event in ipairs(events) do
  if bytes + #event > entryBytes then log() end
  entry[#entry + 1] = event
  bytes = bytes + #event
end
log()
for _, job in ipairs(jobs) do addJob(job.queue, job.id, job.data, job.delay, job.task, now) end
for _, claim in ipairs(claimed) do redis.call('SET', claim[1], claim[2], 'PX', claim[3]) end
for _, queue in ipairs(queues) do closeQueue(queue) end
for what, n in pairs(counts) do redis.call('HINCRBY', KEYS[2], what, n) end
return answers
`;
