package relevo.testing;

import java.nio.file.Path;
import relevo.course.format.CourseFiles;

/** The files of a course that nobody made, for {@code .ci/course-files} to hold against what others publish. */
public final class CourseFilesSample {

    private CourseFilesSample() {
    }

    /** @param arguments the folder that they go to */
    public static void main(String... arguments) {
        CourseFiles.write(CourseSamples.three(), Path.of(arguments[0]));
    }
}
