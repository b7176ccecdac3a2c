/*
 * Starts programs and waits for them: how long it takes, and the most memory that they had resident.
 *
 *     measure ROUNDS PAYLOAD NAME COMMAND [NAME COMMAND]...
 *
 * Every round starts each program once, and each round begins with another one. A program reads the payload as its standard
 * input; what it prints has to contain "deny", but for the first one. Each is compared with the first, and the second with each. A
 * ratio is that of two times of the same round, and the median of those counts.
 *
 * It is written in C because the resident memory that wait4 reports for a child is at least that of the process that started it.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MOST_PROGRAMS = 16, MOST_ROUNDS = 2000, MOST_WORDS = 16 };

struct program
{
    const char *name;
    char *words[MOST_WORDS];
    double times[MOST_ROUNDS];
    long resident;
};

extern char **environ;
static struct program programs[MOST_PROGRAMS];

static void fail(const char *what, const char *name)
{
    fprintf(stderr, "measure: %s: %s\n", what, name);
    exit(1);
}

static double now(void)
{
    struct timespec at;
    clock_gettime(CLOCK_MONOTONIC, &at);
    return at.tv_sec * 1e6 + at.tv_nsec / 1e3;
}

static void run(struct program *program, const char *payload, int round, int answers)
{
    int out[2], status;
    char said[8192];
    size_t length = 0;
    ssize_t count;
    pid_t child;
    struct rusage usage;
    posix_spawn_file_actions_t actions;

    if (pipe2(out, O_CLOEXEC) != 0)
        fail("no pipe", program->name);
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 0, payload, O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, out[1], 1);

    double start = now();
    if (posix_spawnp(&child, program->words[0], &actions, NULL, program->words, environ) != 0)
        fail("cannot be started", program->name);
    close(out[1]);
    while ((count = read(out[0], said + length, sizeof said - 1 - length)) > 0)
        length += count;
    if (wait4(child, &status, 0, &usage) != child)
        fail("cannot be waited for", program->name);
    program->times[round] = now() - start;

    close(out[0]);
    posix_spawn_file_actions_destroy(&actions);
    said[length] = 0;
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        fail("did not end with exit code 0", program->name);
    if (answers && strstr(said, "deny") == NULL)
        fail("did not deny", program->name);
    if (usage.ru_maxrss > program->resident)
        program->resident = usage.ru_maxrss;
}

static int compare(const void *left, const void *right)
{
    double difference = *(const double *)left - *(const double *)right;
    return (difference > 0) - (difference < 0);
}

static double at(double *values, int count, double share)
{
    qsort(values, count, sizeof *values, compare);
    return values[(int)(share * (count - 1))];
}

int main(int count, char **arguments)
{
    static double to_first[MOST_ROUNDS], of_second[MOST_ROUNDS], times[MOST_ROUNDS];
    int rounds = count > 2 ? atoi(arguments[1]) : 0, known = (count - 3) / 2;
    if (rounds < 1 || rounds > MOST_ROUNDS || known < 1 || known > MOST_PROGRAMS || count % 2 == 0)
    {
        fputs("usage: measure ROUNDS PAYLOAD NAME COMMAND [NAME COMMAND]...\n", stderr);
        return 2;
    }

    for (int i = 0; i < known; i++)
    {
        int words = 0;
        programs[i].name = arguments[3 + 2 * i];
        for (char *word = strtok(arguments[4 + 2 * i], " "); word != NULL && words < MOST_WORDS - 1; word = strtok(NULL, " "))
            programs[i].words[words++] = word;
        if (words == 0)
            fail("has no command", programs[i].name);
        for (int warm = 0; warm < 3; warm++)
            run(&programs[i], arguments[2], 0, i > 0);
    }

    for (int round = 0; round < rounds; round++)
    {
        for (int i = 0; i < known; i++)
        {
            int next = (i + round) % known;
            run(&programs[next], arguments[2], round, next > 0);
        }
    }

    printf("%-28s %9s %9s %9s %10s %13s %13s\n", "program", "least us", "median us", "p90 us", "to first", "second to it", "resident KiB");
    for (int i = 0; i < known; i++)
    {
        for (int round = 0; round < rounds; round++)
        {
            times[round] = programs[i].times[round];
            to_first[round] = times[round] / programs[0].times[round];
            of_second[round] = known > 1 ? programs[1].times[round] / times[round] : 0;
        }

        double least = at(times, rounds, 0), median = at(times, rounds, 0.5);
        printf("%-28s %9.0f %9.0f %9.0f %10.2f %13.3f %13ld\n", programs[i].name, least, median, at(times, rounds, 0.9),
            at(to_first, rounds, 0.5), at(of_second, rounds, 0.5), programs[i].resident);
    }

    return 0;
}
