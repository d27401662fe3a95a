import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { currentContext, runInContext } from '../../../common/http/request-context.js';
import { Problem } from '../../../common/problems/problems.js';
import { Database } from '../../../database/database.js';
import type { JobPayload } from '../../../jobs/job-map.js';
import { Jobs, type JobRun } from '../../../jobs/jobs.js';
import { AttemptsService } from '../../attempts/attempts.service.js';
import { ProofReadsService } from '../../proofs/proof-reads.service.js';
import { ProofUploadsService } from '../../proofs/proof-uploads.service.js';
import { RouteRunService } from '../../routes/route-run.service.js';
import { RoutesService } from '../../routes/routes.service.js';
import type { StopRow } from '../../stops/stops.dto.js';
import { madeUpPicture } from './made-up-pictures.js';
import { SandboxDrive } from './sandbox-drive.entity.js';

type Driving = JobPayload<'sandbox.drive'>;

/** Drives routes of sandboxes, one step a job: the start, each stop, the end. */
@Injectable()
export class DriverJobs implements OnModuleInit {
  private readonly logger = new Logger(DriverJobs.name);

  constructor(
    private readonly db: Database,
    private readonly jobs: Jobs,
    private readonly routes: RoutesService,
    private readonly runs: RouteRunService,
    private readonly attempts: AttemptsService,
    private readonly proofs: ProofReadsService,
    private readonly uploads: ProofUploadsService,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('sandbox.drive', (driving, run) => this.step(driving, run), {
      abandoned: (driving) => this.asOrganization(driving, () => this.end(driving)),
    });
  }

  private step(driving: Driving, { signal }: JobRun): Promise<void> {
    return this.asOrganization(driving, async () => {
      try {
        await this.goOn(driving, signal);
      } catch (error) {
        // Somebody else did by hand what was to be done; anything that passes is tried again.
        if (!(error instanceof Problem) || error.status >= 429) throw error;
        this.logger.log(
          { routeId: driving.routeId, code: error.code },
          'A drive in a sandbox has ended early',
        );
        await this.end(driving);
      }
    });
  }

  private async goOn(driving: Driving, signal: AbortSignal): Promise<void> {
    const { routeId } = driving;
    const drive = await this.db.transaction((em) => em.findOne(SandboxDrive, { routeId }));
    if (!drive) return;
    const { status } = await this.routes.rowOf(routeId);
    if (status === 'planned') return this.start(driving, drive);
    const next = await this.nextStop(routeId);
    if (next) return this.visit(driving, drive, next, signal);
    await this.db.transaction(async () => {
      await this.runs.completeRoute(routeId);
      await this.end(driving);
    });
  }

  private async start(driving: Driving, drive: SandboxDrive): Promise<void> {
    await this.runs.startRoute(driving.routeId);
    await this.db.transaction((em) => this.later(em, driving, drive));
  }

  private async visit(
    driving: Driving,
    drive: SandboxDrive,
    stop: StopRow,
    signal: AbortSignal,
  ): Promise<void> {
    const state = drive.outcomes[drive.stopsDriven % drive.outcomes.length]!;
    const isDelivered = state.startsWith('delivered_');
    if (isDelivered) await this.leaveProof(stop, signal);
    const { latitude, longitude } = stop;
    await this.db.transaction(async (em) => {
      await this.attempts.recordAttempt(stop.id, {
        state,
        location: latitude === null || longitude === null ? null : { latitude, longitude },
        signeeName: isDelivered ? (stop.recipientName ?? 'Somebody at the door') : null,
        recipientNotes: null,
        internalNotes: null,
      });
      await em.nativeUpdate(
        SandboxDrive,
        { routeId: driving.routeId },
        { stopsDriven: drive.stopsDriven + 1 },
      );
      await this.later(em, driving, drive);
    });
  }

  private async leaveProof(stop: StopRow, signal: AbortSignal): Promise<void> {
    const required = await this.proofs.requiredProofOf(stop);
    if (required.includes('photo') && stop.photoCount === 0)
      await this.uploads.addPicture(stop.id, madeUpPicture('photo'), signal);
    if (required.includes('signature') && !stop.hasSignature)
      await this.uploads.addPicture(stop.id, madeUpPicture('signature'), signal);
  }

  /** The next step, when the next stop should be reached. */
  private async later(em: EntityManager, driving: Driving, { speed }: SandboxDrive): Promise<void> {
    const next = await this.nextStop(driving.routeId);
    const ahead = next?.etaAt ? new Date(next.etaAt).getTime() - Date.now() : 0;
    const runAt = speed == null ? undefined : new Date(Date.now() + Math.max(0, ahead) / speed);
    await this.jobs.enqueue(em, 'sandbox.drive', driving, { tenant: driving.organizationId, runAt });
  }

  private async nextStop(routeId: string): Promise<StopRow | undefined> {
    const stops = await this.routes.stopsOf(routeId);
    return stops.find(({ status }) => status === 'out_for_delivery');
  }

  private async end({ routeId }: Driving): Promise<void> {
    await this.db.transaction((em) => em.nativeDelete(SandboxDrive, { routeId }));
  }

  private asOrganization(driving: Driving, work: () => Promise<void>): Promise<void> {
    const scope = { audience: 'organization', organizationId: driving.organizationId } as const;
    return runInContext({ ...currentContext()!, scope }, work);
  }
}
