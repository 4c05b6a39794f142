/*
 * Loaded before the C library (LD_PRELOAD): writes down what a program does to the files under one folder, in order, so that a
 * test can make the disk of a machine whose power went away at any of these moments. Syncs take two milliseconds and write
 * nothing: what is durable is what the record says. A sync can be made to fail.
 *
 *   POWER_ROOT    the folder, absolute
 *   POWER_RECORD  the file to write down to
 *   POWER_FAULT   if this file is there, it names a file (without folder) whose next sync fails with EIO; then it is removed
 *
 * A record: kind, file (4 bytes each), offset, length (8 bytes each), then length bytes, all in the machine's order.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

enum kind { OPENED = 1, CREATED, WRITTEN, CUT, SYNCED, FOLDER_SYNCED, RENAMED, REMOVED, FOLDER_MADE, LINKED, SYNC_FAILED };

enum { MOST_FDS = 65536, MOST_FILES = 65536, FOLDER = -1 };

struct file { dev_t device; ino_t inode; char *path; };

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct file files[MOST_FILES];
static int file_count;
static int ids[MOST_FDS];        /* 0: not ours */
static char *folders[MOST_FDS];  /* of folders that are open */
static const char *root;
static const char *fault;
static size_t root_length;
static int record = -1;
static uint64_t records;

__attribute__((constructor)) static void begin(void)
{
    const char *path = getenv("POWER_RECORD");
    root = getenv("POWER_ROOT");
    fault = getenv("POWER_FAULT");
    if (!path || !root) return;
    root_length = strlen(root);
    record = syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (record < 0) abort();
}

static int is_ours(const char *path)
{
    return record >= 0 && path && strncmp(path, root, root_length) == 0 && (path[root_length] == '/' || !path[root_length]);
}

/* All that follows is called with the lock held. */

static void put(enum kind kind, int file, uint64_t offset, const struct iovec *parts, int count)
{
    struct { uint32_t kind, file; uint64_t offset, length; } head = { kind, file, offset, 0 };
    struct iovec all[IOV_MAX];
    size_t total = sizeof head;
    all[0] = (struct iovec){ &head, sizeof head };
    for (int i = 0; i < count; i++) {
        head.length += parts[i].iov_len;
        all[i + 1] = parts[i];
    }
    total += head.length;
    if (syscall(SYS_writev, record, all, count + 1) != (ssize_t)total) abort();
    records++;
}

static void put_paths(enum kind kind, int file, uint64_t offset, const char *path, const char *other)
{
    struct iovec parts[2] = { { (void *)path, strlen(path) + 1 }, { (void *)other, other ? strlen(other) + 1 : 0 } };
    put(kind, file, offset, parts, other ? 2 : 1);
}

static int id_of(const struct stat *status, const char *path, int created)
{
    for (int id = file_count; !created && id > 0; id--)
        if (files[id].device == status->st_dev && files[id].inode == status->st_ino) return id;
    if (file_count + 1 == MOST_FILES) abort();
    files[++file_count] = (struct file){ status->st_dev, status->st_ino, strdup(path) };
    put_paths(created ? CREATED : OPENED, file_count, 0, path, NULL);
    return file_count;
}

static int open_ours(const char *path, int flags, mode_t mode)
{
    struct stat status;
    pthread_mutex_lock(&lock);
    int existed = syscall(SYS_newfstatat, AT_FDCWD, path, &status, 0) == 0;
    int fd = syscall(SYS_openat, AT_FDCWD, path, flags, mode);
    int error = errno;
    if (fd >= MOST_FDS) abort();
    if (fd >= 0 && fstat(fd, &status) == 0) {
        if (S_ISDIR(status.st_mode)) {
            ids[fd] = FOLDER;
            folders[fd] = strdup(path);
        } else if (S_ISREG(status.st_mode)) {
            ids[fd] = id_of(&status, path, !existed);
            if (existed && flags & O_TRUNC) put(CUT, ids[fd], 0, NULL, 0);
        }
    }
    pthread_mutex_unlock(&lock);
    errno = error;
    return fd;
}

static int any_open(const char *path, int flags, mode_t mode)
{
    return is_ours(path) ? open_ours(path, flags, mode) : syscall(SYS_openat, AT_FDCWD, path, flags, mode);
}

#define MODE(flags) mode_t mode = 0; \
    if (flags & (O_CREAT | O_TMPFILE)) { va_list more; va_start(more, flags); mode = va_arg(more, mode_t); va_end(more); }

int open(const char *path, int flags, ...) { MODE(flags) return any_open(path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE(flags) return any_open(path, flags | O_LARGEFILE, mode); }
int creat(const char *path, mode_t mode) { return any_open(path, O_CREAT | O_WRONLY | O_TRUNC, mode); }

int close(int fd)
{
    if (fd >= 0 && fd < MOST_FDS && ids[fd]) {
        pthread_mutex_lock(&lock);
        free(folders[fd]);
        folders[fd] = NULL;
        ids[fd] = 0;
        int result = syscall(SYS_close, fd);
        pthread_mutex_unlock(&lock);
        return result;
    }
    return syscall(SYS_close, fd);
}

static int is_tracked(int fd) { return fd >= 0 && fd < MOST_FDS && ids[fd] > 0; }

static ssize_t write_at(int fd, const struct iovec *parts, int count, off_t offset)
{
    pthread_mutex_lock(&lock);
    ssize_t done = syscall(SYS_pwritev, fd, parts, (long)count, (long)offset, 0L);
    int error = errno;
    ssize_t left = done;
    for (int i = 0; i < count && left > 0; i++) {
        struct iovec part = { parts[i].iov_base, parts[i].iov_len < (size_t)left ? parts[i].iov_len : (size_t)left };
        put(WRITTEN, ids[fd], offset, &part, 1);
        offset += part.iov_len;
        left -= part.iov_len;
    }
    pthread_mutex_unlock(&lock);
    errno = error;
    return done;
}

ssize_t pwrite(int fd, const void *bytes, size_t count, off_t offset)
{
    struct iovec part = { (void *)bytes, count };
    return is_tracked(fd) ? write_at(fd, &part, 1, offset) : syscall(SYS_pwrite64, fd, bytes, count, offset);
}
ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t offset) { return pwrite(fd, bytes, count, offset); }

ssize_t pwritev(int fd, const struct iovec *parts, int count, off_t offset)
{
    return is_tracked(fd) ? write_at(fd, parts, count, offset) : syscall(SYS_pwritev, fd, parts, (long)count, (long)offset, 0L);
}
ssize_t pwritev64(int fd, const struct iovec *parts, int count, off64_t offset) { return pwritev(fd, parts, count, offset); }

ssize_t write(int fd, const void *bytes, size_t count)
{
    if (!is_tracked(fd)) return syscall(SYS_write, fd, bytes, count);
    int at_end = (fcntl(fd, F_GETFL) & O_APPEND) != 0;
    off_t offset = lseek(fd, 0, at_end ? SEEK_END : SEEK_CUR);
    struct iovec part = { (void *)bytes, count };
    ssize_t done = write_at(fd, &part, 1, offset);
    if (done > 0) lseek(fd, offset + done, SEEK_SET);
    return done;
}

int ftruncate(int fd, off_t size)
{
    if (!is_tracked(fd)) return syscall(SYS_ftruncate, fd, size);
    pthread_mutex_lock(&lock);
    int result = syscall(SYS_ftruncate, fd, size);
    int error = errno;
    if (result == 0) put(CUT, ids[fd], size, NULL, 0);
    pthread_mutex_unlock(&lock);
    errno = error;
    return result;
}
int ftruncate64(int fd, off64_t size) { return ftruncate(fd, size); }

/* Whether the next sync of this file is to fail. */
static int fails(const char *path)
{
    char wanted[PATH_MAX] = "";
    int fd = fault ? syscall(SYS_openat, AT_FDCWD, fault, O_RDONLY | O_CLOEXEC, 0) : -1;
    if (fd < 0) return 0;
    ssize_t length = syscall(SYS_read, fd, wanted, sizeof wanted - 1);
    syscall(SYS_close, fd);
    const char *name = strrchr(path, '/') + 1;
    if (length <= 0 || strcmp(name, wanted) != 0) return 0;
    syscall(SYS_unlinkat, AT_FDCWD, fault, 0);
    return 1;
}

/* A folder that was opened past us: .NET asks the C library itself for the functions that a program imports. */
static void find_folder(int fd)
{
    struct stat status;
    char link[64], path[PATH_MAX];
    if (record < 0 || fd < 0 || fd >= MOST_FDS || ids[fd] || fstat(fd, &status) != 0 || !S_ISDIR(status.st_mode)) return;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) abort();
    path[length] = 0;
    if (!is_ours(path)) return;
    ids[fd] = FOLDER;
    folders[fd] = strdup(path);
}

int fsync(int fd)
{
    pthread_mutex_lock(&lock);
    find_folder(fd);
    pthread_mutex_unlock(&lock);
    if (fd < 0 || fd >= MOST_FDS || !ids[fd]) return syscall(SYS_fsync, fd);
    struct timespec while_syncing = { 0, 2000000 };
    pthread_mutex_lock(&lock);
    /* What is written from now on this sync does not wait for. */
    uint64_t before = records;
    char *path = strdup(ids[fd] == FOLDER ? folders[fd] : files[ids[fd]].path);
    int id = ids[fd], failing = fails(path);
    pthread_mutex_unlock(&lock);

    nanosleep(&while_syncing, NULL);

    pthread_mutex_lock(&lock);
    put_paths(failing ? SYNC_FAILED : id == FOLDER ? FOLDER_SYNCED : SYNCED, id == FOLDER ? 0 : id, before, path, NULL);
    pthread_mutex_unlock(&lock);
    free(path);
    if (!failing) return 0;
    errno = EIO;
    return -1;
}
int fdatasync(int fd) { return fsync(fd); }

#define NOTED(call, ...) \
    pthread_mutex_lock(&lock); \
    int result = call, error = errno; \
    if (result == 0) put_paths(__VA_ARGS__); \
    pthread_mutex_unlock(&lock); \
    errno = error; \
    return result

int rename(const char *from, const char *to)
{
    if (!is_ours(from)) return syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0);
    NOTED(syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0), RENAMED, 0, 0, from, to);
}

int unlink(const char *path)
{
    if (!is_ours(path)) return syscall(SYS_unlinkat, AT_FDCWD, path, 0);
    NOTED(syscall(SYS_unlinkat, AT_FDCWD, path, 0), REMOVED, 0, 0, path, NULL);
}

int mkdir(const char *path, mode_t mode)
{
    if (!is_ours(path)) return syscall(SYS_mkdirat, AT_FDCWD, path, mode);
    NOTED(syscall(SYS_mkdirat, AT_FDCWD, path, mode), FOLDER_MADE, 0, 0, path, NULL);
}

int link(const char *from, const char *to)
{
    if (!is_ours(from)) return syscall(SYS_linkat, AT_FDCWD, from, AT_FDCWD, to, 0);
    NOTED(syscall(SYS_linkat, AT_FDCWD, from, AT_FDCWD, to, 0), LINKED, 0, 0, from, to);
}
