"""What an astronomer does with jobs in pyvo."""
import datetime
import sys

import pyvo

service = pyvo.dal.TAPService(sys.argv[1])
M83 = "SELECT target_name, s_ra FROM ivoa.obscore WHERE target_name = 'M83'"

assert service.run_async(M83)[0]["target_name"] == "M83"

job = service.submit_job(M83, maxrec=10)
assert job.phase == "PENDING", job.phase
assert job.uws_version == "1.1"
job.query = M83.replace("M83", "nobody")
job.query = M83
job.execution_duration = 33
assert job.execution_duration.sec == 33, job.execution_duration
tomorrow = datetime.datetime.utcnow() + datetime.timedelta(hours=5)
job.destruction = tomorrow
assert abs((job.destruction.to_datetime() - tomorrow).total_seconds()) < 2, job.destruction
job.run().wait(phases=["COMPLETED", "ERROR"], timeout=20)
assert job.phase == "COMPLETED", job.phase
assert len(job.fetch_result()) == 1
assert job.result_uri.endswith("/results/result")
assert not job.owner, job.owner

listed = {one.jobid: one.phase for one in service.get_job_list(last=5)}
assert listed[job.job_id] == "COMPLETED", listed
assert job.job_id not in {one.jobid for one in service.get_job_list(phases=["PENDING"])}
assert service.get_job(job.job_id).phase == "COMPLETED"
url = job.url
job.delete()
assert service._session.get(url).status_code == 404

wrong = service.submit_job("SELECT * FROM ivoa.obscor")
wrong.run().wait(timeout=20)
assert wrong.phase == "ERROR"
try:
    wrong.raise_if_error()
    raise AssertionError("an error must be raised")
except pyvo.dal.DALQueryError:
    pass
assert "obscore" in service._session.get(wrong.url + "/error").text

aborted = service.submit_job(M83)
aborted.abort()
assert aborted.phase == "ABORTED"
print("all is well")
