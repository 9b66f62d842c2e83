package relevo.course;

import java.nio.file.Path;
import java.util.Optional;

/**
 * One delivery of a course, as the teacher lists it.
 *
 * @param team     its name, without characters that act
 * @param folder   a name for its reports: safe in a path, and no other team's
 * @param delivery a folder with a Vagrantfile, an OpenSSH configuration, an Ansible inventory; absolute
 * @param up       whether it is brought up, in a copy, or its machines are up
 * @param mapping  what only a person can say of it
 */
record Listed(String team, String folder, Path delivery, boolean up, Optional<Path> mapping) {
}
