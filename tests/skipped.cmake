# Says how many tests of the last run were skipped, and which. With FAIL_SHARED it fails if one of them needs the folder that lies
# beside the project and that folder is there.
file(READ "${RESULTS}" text)
# A name may hold semicolons or brackets, which CMake's lists do not survive.
string(REGEX REPLACE "[];[]" "_" text "${text}")
string(REGEX MATCHALL "<testcase name=\"[^\"]*\"[^>]*status=\"(notrun|disabled)\"" skipped "${text}")
list(TRANSFORM skipped REPLACE "<testcase name=\"([^\"]*)\".*" "\\1")
list(LENGTH skipped count)
message("${count} checks were skipped")
foreach(name IN LISTS skipped)
  message("  ${name}")
  if(FAIL_SHARED AND name MATCHES "shared:" AND IS_DIRECTORY "${SHARED}")
    message(SEND_ERROR "${name} was skipped although ${SHARED} is there")
  endif()
endforeach()
