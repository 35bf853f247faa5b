/** Unfinished jobs of a task that go as they come. */
export const FREE_JOBS = 100;

/** Jobs of a task that go in a row before those of another one. */
const JOBS_PER_TURN = 10;

/** The lowest rank that a job can have (BullMQ's PRIORITY_LIMIT), as far behind as can be. */
const LAST_PRIORITY = 2_097_152;

/**
 * Lua: the order of jobs among tasks. A queue counts each task's unfinished jobs. The first hundred go
 * unprioritised, which is before all others. Further ones get a priority that grows along the task's own
 * backlog, and that begins where the queue is by now: so of two tasks with a backlog each gets its turn,
 * whoever came first, and within a task the order stays. As long as a task has prioritised jobs its next
 * ones go behind them, however few are left.
 *
 * Both hashes decide the order of jobs and nothing else, and what is wrong in them mends itself: a count
 * is never taken to be higher than what the queue holds, and the turns start anew when nothing
 * prioritised waits.
 */
export const fairShareScript = `
local function openShare(unfinished, turns, wait, active, prioritized, delayed)
  local head = redis.call('ZRANGE', prioritized, 0, 0, 'WITHSCORES')[2]
  if not head then redis.call('DEL', turns) end
  return {
    unfinished = unfinished, turns = turns, counts = {}, lastTurns = {}, added = 0,
    head = head and math.floor(tonumber(head) / 0x100000000),
    sizes = { { 'LLEN', wait }, { 'LLEN', active }, { 'ZCARD', prioritized }, { 'ZCARD', delayed } },
  }
end
local function jobsIn(share)
  if not share.size then
    share.size = 0
    for _, command in ipairs(share.sizes) do share.size = share.size + redis.call(command[1], command[2]) end
  end
  return share.size + share.added
end
-- The count of a task's unfinished jobs with one more.
local function countJob(share, task)
  local count = share.counts[task] or tonumber(redis.call('HGET', share.unfinished, task) or 0)
  share.added = share.added + 1
  count = count + 1
  if count > ${FREE_JOBS} then count = math.min(count, jobsIn(share)) end
  share.counts[task] = count
  return count
end
local function lastTurnOf(share, task)
  local last = share.lastTurns[task]
  if last == nil then
    last = share.head and tonumber(redis.call('HGET', share.turns, task) or nil) or false
    share.lastTurns[task] = last
  end
  return last
end
-- The priority of a task's next job; 0 for one that goes as it comes.
local function takeTurn(share, task, isDelayed)
  local count = countJob(share, task)
  if isDelayed then
    -- What will wait when it is due is not known yet: its rank among the task's jobs has to do.
    return math.max(0, math.min(math.ceil((count - ${FREE_JOBS}) / ${JOBS_PER_TURN}), ${LAST_PRIORITY}))
  end
  local last = lastTurnOf(share, task)
  local head = share.head or 1
  local waits = last and count > 1 and math.floor(last / ${JOBS_PER_TURN}) + 1 >= head
  if count <= ${FREE_JOBS} and not waits then return 0 end
  local turn = math.max((last or -1) + 1, (head - 1) * ${JOBS_PER_TURN})
  share.lastTurns[task] = turn
  return math.min(math.floor(turn / ${JOBS_PER_TURN}) + 1, ${LAST_PRIORITY})
end
local function closeShare(share)
  for task, count in pairs(share.counts) do redis.call('HSET', share.unfinished, task, count) end
  for task, turn in pairs(share.lastTurns) do
    if turn then redis.call('HSET', share.turns, task, turn) end
  end
end
`;
