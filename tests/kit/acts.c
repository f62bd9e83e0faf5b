/* Stands before the C library's file functions: counts each act on the disk below one folder, and lets the n-th of them
 * kill the process or fail. The program under test knows nothing of it, and its children do not inherit it.
 *
 * QUOC_ACTS_BELOW   only acts below this folder count, but none below a folder in it that is named scratch or logs
 * QUOC_ACTS_LOG     each counted act is added to this file, one a line
 * QUOC_ACTS_AT      the number of the act, from 1
 * QUOC_ACTS_DO      'kill': SIGKILL before the act; else the number of an error that the act, and those QUOC_ACTS_FOR
 *                   that follow, end with
 * QUOC_CLOCK_BY     seconds that the clock is forward, or back, from the look at it on that is the QUOC_CLOCK_FROM-th */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <time.h>
#include <unistd.h>

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static long counted = 0;

static int is_watched(const char *path) {
    const char *below = getenv("QUOC_ACTS_BELOW");
    if (!below || strncmp(path, below, strlen(below)) != 0) return 0;
    const char *rest = path + strlen(below);
    return !strstr(rest, "/scratch") && !strstr(rest, "/logs");
}

/* Returns -1 with errno set when the act is to fail. */
static int act(const char *name, const char *path) {
    if (!path || !is_watched(path)) return 0;
    pthread_mutex_lock(&mutex);
    long number = ++counted;
    const char *log = getenv("QUOC_ACTS_LOG");
    if (log) {
        char line[PATH_MAX + 64];
        int size = snprintf(line, sizeof line, "%s %s\n", name, path + strlen(getenv("QUOC_ACTS_BELOW")));
        int file = syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND, 0644);
        if (file >= 0) {
            if (syscall(SYS_write, file, line, size) < 0) {}
            syscall(SYS_close, file);
        }
    }
    pthread_mutex_unlock(&mutex);
    const char *at = getenv("QUOC_ACTS_AT"), *what = getenv("QUOC_ACTS_DO"), *more = getenv("QUOC_ACTS_FOR");
    long first = at ? atol(at) : 0;
    if (!first || !what || number < first) return 0;
    if (strcmp(what, "kill") == 0) {
        if (number == first) kill(getpid(), SIGKILL);
        pause();
    }
    if (number > first + (more ? atol(more) : 0)) return 0;
    errno = atoi(what);
    return -1;
}

static int act_at(const char *name, int folder, const char *path) {
    char whole[2 * PATH_MAX], link[64];
    if (!path || path[0] == '/' || folder == AT_FDCWD) return act(name, path);
    snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
    ssize_t size = readlink(link, whole, PATH_MAX - 1);
    if (size < 0) return 0;
    snprintf(whole + size, sizeof whole - size, "/%s", path);
    return act(name, whole);
}

static int act_on(const char *name, int file) {
    char whole[PATH_MAX], link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t size = readlink(link, whole, sizeof whole - 1);
    if (size < 0) return 0;
    whole[size] = 0;
    return act(name, whole);
}

#define REAL(name) static __typeof__(&name) real; if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

int rename(const char *from, const char *to) { REAL(rename); return act("rename", to) ? -1 : real(from, to); }
int unlink(const char *path) { REAL(unlink); return act("unlink", path) ? -1 : real(path); }
int rmdir(const char *path) { REAL(rmdir); return act("rmdir", path) ? -1 : real(path); }
int mkdir(const char *path, mode_t mode) {
    REAL(mkdir);
    struct stat found;
    /* A folder that is there is only asked for. */
    if (stat(path, &found) == 0) return real(path, mode);
    return act("mkdir", path) ? -1 : real(path, mode);
}
int symlink(const char *to, const char *path) { REAL(symlink); return act("symlink", path) ? -1 : real(to, path); }
int link(const char *from, const char *to) { REAL(link); return act("link", to) ? -1 : real(from, to); }
int unlinkat(int folder, const char *path, int flags) {
    REAL(unlinkat);
    return act_at("unlink", folder, path) ? -1 : real(folder, path, flags);
}
int fsync(int file) { REAL(fsync); return act_on("fsync", file) ? -1 : real(file); }
int ftruncate64(int file, off64_t size) { REAL(ftruncate64); return act_on("truncate", file) ? -1 : real(file, size); }
ssize_t write(int file, const void *bytes, size_t size) {
    REAL(write);
    struct stat found;
    if (fstat(file, &found) == 0 && S_ISREG(found.st_mode) && act_on("write", file)) return -1;
    return real(file, bytes, size);
}
int open64(const char *path, int flags, ...) {
    static int (*real)(const char *, int, mode_t);
    if (!real) real = (int (*)(const char *, int, mode_t))dlsym(RTLD_NEXT, "open64");
    mode_t mode = 0;
    if (flags & (O_CREAT | O_TMPFILE)) {
        __builtin_va_list rest;
        __builtin_va_start(rest, flags);
        mode = __builtin_va_arg(rest, int);
        __builtin_va_end(rest);
    }
    struct stat found;
    if ((flags & O_CREAT) && stat(path, &found) != 0 && act("create", path)) return -1;
    return real(path, flags, mode);
}
int clock_gettime(clockid_t clock, struct timespec *now) {
    static int (*real)(clockid_t, struct timespec *);
    static long looks = 0;
    if (!real) real = (int (*)(clockid_t, struct timespec *))dlsym(RTLD_NEXT, "clock_gettime");
    int result = real(clock, now);
    const char *by = getenv("QUOC_CLOCK_BY"), *from = getenv("QUOC_CLOCK_FROM");
    if (result == 0 && clock == CLOCK_REALTIME && by && __sync_add_and_fetch(&looks, 1) >= (from ? atol(from) : 1))
        now->tv_sec += atol(by);
    return result;
}
