/* Writes down, in order, every change to the files of one folder and every time that one of them is synced, so that a
 * test can build the files again as a power cut would leave them: without what was never synced. Loaded into the process
 * under test with LD_PRELOAD; JOURNAL_OF is the folder (with a slash at its end), JOURNAL_TO the file to write to.
 *
 * A record: kind (1 byte), length of the path, offset, length of the data (8 bytes each, little endian), path, data.
 * Kinds: W written, T cut to the offset, S synced, U unlinked, R renamed (the data is the new path). */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

#define FILES 4096

static char *paths[FILES];
static int journal = -1;
static const char *folder;
static pthread_mutex_t one_at_a_time = PTHREAD_MUTEX_INITIALIZER;

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static void put(const void *bytes, size_t length) {
    const char *from = bytes;
    while (length > 0) {
        ssize_t written = REAL(write)(journal, from, length);
        if (written < 0) {
            if (errno == EINTR) continue;
            _exit(99);
        }
        from += written;
        length -= (size_t)written;
    }
}

/* With the lock held. */
static void record(char kind, const char *path, uint64_t offset, const void *data, uint64_t length) {
    uint64_t numbers[3] = {strlen(path), offset, length};
    put(&kind, 1);
    put(numbers, sizeof numbers);
    put(path, numbers[0]);
    if (length > 0) put(data, length);
}

__attribute__((constructor)) static void begin(void) {
    folder = getenv("JOURNAL_OF");
    const char *to = getenv("JOURNAL_TO");
    if (folder != NULL && to != NULL) {
        journal = REAL(open)(to, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    }
}

static int ours(const char *path) {
    if (journal < 0 || path == NULL || strncmp(path, folder, strlen(folder)) != 0) return 0;
    size_t length = strlen(path);
    /* The index of the write-ahead log is made anew after a crash. */
    return length < 4 || strcmp(path + length - 4, "-shm") != 0;
}

static void opened(int fd, const char *path, int flags) {
    if (fd < 0 || fd >= FILES) return;
    pthread_mutex_lock(&one_at_a_time);
    free(paths[fd]);
    paths[fd] = ours(path) ? strdup(path) : NULL;
    if (paths[fd] != NULL && (flags & O_TRUNC)) record('T', paths[fd], 0, NULL, 0);
    pthread_mutex_unlock(&one_at_a_time);
}

static const char *path_of(int fd) { return fd >= 0 && fd < FILES ? paths[fd] : NULL; }

#define OPEN(name)                                                       \
    int name(const char *path, int flags, ...) {                         \
        mode_t mode = 0;                                                 \
        if (flags & (O_CREAT | O_TMPFILE)) {                             \
            va_list more;                                                \
            va_start(more, flags);                                       \
            mode = va_arg(more, mode_t);                                 \
            va_end(more);                                                \
        }                                                                \
        int fd = REAL(name)(path, flags, mode);                          \
        opened(fd, path, flags);                                         \
        return fd;                                                       \
    }
OPEN(open)
OPEN(open64)

#define OPENAT(name)                                                     \
    int name(int at, const char *path, int flags, ...) {                 \
        mode_t mode = 0;                                                 \
        if (flags & (O_CREAT | O_TMPFILE)) {                             \
            va_list more;                                                \
            va_start(more, flags);                                       \
            mode = va_arg(more, mode_t);                                 \
            va_end(more);                                                \
        }                                                                \
        int fd = REAL(name)(at, path, flags, mode);                      \
        opened(fd, path, flags);                                         \
        return fd;                                                       \
    }
OPENAT(openat)
OPENAT(openat64)

int close(int fd) {
    pthread_mutex_lock(&one_at_a_time);
    if (fd >= 0 && fd < FILES) {
        free(paths[fd]);
        paths[fd] = NULL;
    }
    pthread_mutex_unlock(&one_at_a_time);
    return REAL(close)(fd);
}

ssize_t write(int fd, const void *data, size_t length) {
    pthread_mutex_lock(&one_at_a_time);
    off_t before = path_of(fd) != NULL ? lseek(fd, 0, SEEK_CUR) : 0;
    ssize_t written = REAL(write)(fd, data, length);
    if (written > 0 && path_of(fd) != NULL) record('W', path_of(fd), (uint64_t)before, data, (uint64_t)written);
    pthread_mutex_unlock(&one_at_a_time);
    return written;
}

#define PWRITE(name, offset_type)                                                                        \
    ssize_t name(int fd, const void *data, size_t length, offset_type offset) {                          \
        pthread_mutex_lock(&one_at_a_time);                                                              \
        ssize_t written = REAL(name)(fd, data, length, offset);                                          \
        if (written > 0 && path_of(fd) != NULL)                                                          \
            record('W', path_of(fd), (uint64_t)offset, data, (uint64_t)written);                         \
        pthread_mutex_unlock(&one_at_a_time);                                                            \
        return written;                                                                                  \
    }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

#define TRUNCATE(name, offset_type)                                                                      \
    int name(int fd, offset_type length) {                                                               \
        pthread_mutex_lock(&one_at_a_time);                                                              \
        int done = REAL(name)(fd, length);                                                               \
        if (done == 0 && path_of(fd) != NULL) record('T', path_of(fd), (uint64_t)length, NULL, 0);       \
        pthread_mutex_unlock(&one_at_a_time);                                                            \
        return done;                                                                                     \
    }
TRUNCATE(ftruncate, off_t)
TRUNCATE(ftruncate64, off64_t)

/* A sync is true when it has returned, and covers what was written before it began. */
#define SYNC(name)                                                                                       \
    int name(int fd) {                                                                                   \
        pthread_mutex_lock(&one_at_a_time);                                                              \
        int done = REAL(name)(fd);                                                                       \
        if (done == 0 && path_of(fd) != NULL) record('S', path_of(fd), 0, NULL, 0);                      \
        pthread_mutex_unlock(&one_at_a_time);                                                            \
        return done;                                                                                     \
    }
SYNC(fsync)
SYNC(fdatasync)

int unlink(const char *path) {
    pthread_mutex_lock(&one_at_a_time);
    int done = REAL(unlink)(path);
    if (done == 0 && ours(path)) record('U', path, 0, NULL, 0);
    pthread_mutex_unlock(&one_at_a_time);
    return done;
}

int rename(const char *from, const char *to) {
    pthread_mutex_lock(&one_at_a_time);
    int done = REAL(rename)(from, to);
    if (done == 0 && ours(from)) record('R', from, 0, to, strlen(to));
    pthread_mutex_unlock(&one_at_a_time);
    return done;
}
