"""The fixed words of the management page, in both languages."""

from __future__ import annotations

from collections.abc import Mapping

from hegui.findings.finding import Status
from hegui.source.bilingual import Text, both

LABELS: Mapping[str, Text] = {
    "page": both("管理层摘要", "Management summary"),
    "as_of": both("截至", "As of"),
    "limits": both(
        "本版核对结构、法律与逐条记录；各项自述（如“已实施”）尚未与全部证据汇总比对，里程碑的放行条件也未判定。“通过”不等于“已证明”。",
        "This version checks structure, law and each record; claims such as “implemented” are not yet "
        "held against all their proof, and no milestone gate is judged. A pass is not proof.",
    ),
    "stamp": both("结构检查", "STRUCTURE"),
    "may_we": both("能不能往前走？", "May we go ahead?"),
    "what_open": both("还有什么没了结？", "What is still open?"),
    "who_acts": both("谁必须行动？", "Who must act?"),
    "nobody": both("无人", "Nobody"),
    "unassigned": both("责任部门待定", "No department yet"),
    "areas": both("各领域一览", "Areas at a glance"),
    "calm": both("无未结发现", "Nothing open"),
    "uncovered": both("未纳入", "Not covered yet"),
    "no_areas": both("未启用任何控制目标目录。", "No catalogue of objectives is enabled."),
    "todo": both("必须做什么", "What must be done"),
    "todo_none": both("没有未结发现。", "No finding is open."),
    "severity": both("级别", "Severity"),
    "what": both("问题与整改", "What, and how to mend it"),
    "who": both("责任部门", "Who"),
    "where": both("位置", "Where"),
    "remedy": both("整改：", "Remedy: "),
    "waived": both("已豁免", "Waived"),
    "waived_none": both("没有已豁免的发现。", "No finding is waived."),
    "accepted": both("接受了什么", "What is accepted"),
    "reason": both("理由：", "Reason: "),
    "approver": both("批准人", "Approved by"),
    "expires": both("到期", "Expires"),
    "unassessed": both("未评估", "Not assessed"),
    "unassessed_none": both("每项判定都已评估。", "Every outcome was assessed."),
    "unread": both("未能读懂的文档", "Documents that were not understood"),
    "milestones": both("后续里程碑", "Milestones ahead"),
    "milestones_none": both("没有后续里程碑。", "No milestone lies ahead."),
    "milestone": both("里程碑", "Milestone"),
    "day": both("日期", "Date"),
    "left": both("距今", "Days left"),
    "decides": both("由谁放行", "Who decides"),
    "outside": both("不由内部放行", "Not decided inside"),
    "instant": both("判定时点", "Judged as of"),
    "version": both("程序版本", "Version"),
    "inputs": both("输入摘要", "Digest of inputs"),
    "authority": both("权限来源", "Authority"),
    "documents": both("已读懂文档", "Documents understood"),
    "outcomes": both("规则判定", "Outcomes of rules"),
}

STATUSES: Mapping[Status, Text] = {
    Status.PASSED: both("通过", "passed"),
    Status.FAILED: both("不通过", "failed"),
    Status.WAIVED: both("已豁免", "waived"),
    Status.NOT_DUE: both("未到期", "not due"),
    Status.NOT_APPLICABLE: both("不适用", "not applicable"),
    Status.NOT_ASSESSED: both("未评估", "not assessed"),
}

STAMPS: Mapping[str, Text] = {
    "pass": both("通过", "PASS"),
    "fail": both("不通过", "FAIL"),
    "none": both("无从判定", "NO VERDICT"),
}

ANSWERS: Mapping[str, Text] = {
    "pass": both("结构上没有障碍", "No structural obstacle"),
    "fail": both("暂不可以", "Not yet"),
    "none": both("无从判断", "It cannot be said"),
}
