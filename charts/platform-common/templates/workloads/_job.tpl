{{/*
A Job: what runs once for each version. Kubernetes does not let the pod template and the
completions of a Job be changed, so its name carries their hash: a new image or a new
configuration is a new Job, and Helm removes the old one; the same again is the same Job, which
does not run twice. What may be changed in a Job, such as its deadline, is not in the hash.
Usage: {{ include "platform-common.v1.workloads.job" $context }}
*/}}
{{- define "platform-common.v1.workloads.job" -}}
{{- $template := include "platform-common.v1.fields.pod" . -}}
{{- $hash := printf "%d %s" (int .values.job.completions) $template | sha256sum | trunc 8 -}}
apiVersion: batch/v1
kind: Job
metadata:
  {{- include "platform-common.v1.fields.metadata" (dict "context" . "name" (printf "%s-%s" .name $hash) "annotations" dict) | nindent 2 }}
spec:
  {{- include "platform-common.v1.fields.jobLimits" . | nindent 2 }}
  template:
    {{- $template | nindent 4 }}
{{- end -}}

{{/*
How often and for how long a Job is tried, of a Job and of those that a CronJob makes.
Usage: {{ include "platform-common.v1.fields.jobLimits" $context }}
*/}}
{{- define "platform-common.v1.fields.jobLimits" -}}
{{- with .values.job -}}
backoffLimit: {{ int .backoffLimit }}
completions: {{ int .completions }}
parallelism: {{ int .parallelism }}
{{- with int .activeDeadlineSeconds }}
activeDeadlineSeconds: {{ . }}
{{- end }}
{{- with int .ttlSecondsAfterFinished }}
ttlSecondsAfterFinished: {{ . }}
{{- end }}
{{- end }}
{{- end -}}
