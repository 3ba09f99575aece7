{{/*
A CronJob: what runs at times. Its Jobs carry the labels of pods, so that they are found under
the service's name.
Usage: {{ include "platform-common.v1.workloads.cronjob" $context }}
*/}}
{{- define "platform-common.v1.workloads.cronjob" -}}
{{- $chart := .root.Chart.Name -}}
{{- $cron := .values.cronJob -}}
{{- include "platform-common.v1.fields.checkSchedule" . -}}
{{- if gt (len .name) 52 -}}
  {{- fail (printf "%s: the name %q has %d characters; that of a cronjob has at most 52, since its Jobs are named after it" $chart .name (len .name)) -}}
{{- end -}}
apiVersion: batch/v1
kind: CronJob
metadata:
  {{- include "platform-common.v1.fields.metadata" (dict "context" . "name" .name "annotations" dict) | nindent 2 }}
spec:
  schedule: {{ quote $cron.schedule }}
  {{- with $cron.timeZone }}
  timeZone: {{ quote . }}
  {{- end }}
  concurrencyPolicy: {{ $cron.concurrencyPolicy }}
  suspend: {{ $cron.suspend }}
  {{- with int $cron.startingDeadlineSeconds }}
  startingDeadlineSeconds: {{ . }}
  {{- end }}
  successfulJobsHistoryLimit: {{ int $cron.successfulJobsHistoryLimit }}
  failedJobsHistoryLimit: {{ int $cron.failedJobsHistoryLimit }}
  jobTemplate:
    metadata:
      labels:
        {{- include "platform-common.v1.fields.podLabels" . | nindent 8 }}
    spec:
      {{- include "platform-common.v1.fields.jobLimits" . | nindent 6 }}
      template:
        {{- include "platform-common.v1.fields.pod" . | nindent 8 }}
{{- end -}}
